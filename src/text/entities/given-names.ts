/**
 * Given names as they are common in many countries, folded: two words with capitals that begin with one are likely a
 * person's name. Those that are words of English too ("will", "may", "grace") count only with more beside them.
 */
const GIVEN_NAMES: ReadonlySet<string> = new Set(
  `aaron abdul abdullah abigail abraham ada adam adrian agnes ahmad ahmed aidan aisha akira alan albert alberto alejandro
  aleksandr aleksei alena alex alexander alexandra alexei alexey alexis alfred ali alice alicia alina alison allison
  alma amanda amara amelia amin amina amir amit amy ana anastasia anders andre andrea andreas andrei andres andrew
  andrey andrzej andy angela angelo anika anil anita anja ann anna annabel anne annette annika anthony antoine anton
  antonio anwar april arjun arnold arthur arturo arun asha ashley astrid audrey august aurora ava axel aya ayesha
  barack barbara barbora barry basil bashar beatrice beatrix ben benedict benjamin bent bernard bernd bernie beth
  bettina betty beverly bianca bill billy birgit bjorn bob bobby boris brad bradley brandon brenda brendan brett brian
  bridget brigitte bruce bruno bryan cameron camila camille carl carla carlo carlos carmen carol carolina caroline
  carolyn casper catherine cathy cecilia cecile cedric celia charles charlie charlotte chen chloe chris christa
  christian christina christine christoph christopher christy chuck claire clara clare claudia claudio claus clive
  colin colleen connor conrad constance cora corinne craig cristina curtis cynthia cyril daisy dale damian dan dana
  daniel daniela danielle danny daria dave david dean deborah debra declan deirdre delia denis denise dennis derek desmond
  diana diane diego dieter dilip dimitri dina dirk dmitri dmitry dolores dominic dominik don donald donna dora doris
  dorothea dorothy doug douglas drew duncan dylan earl eddie edgar edith edmund eduardo edward edwin eero eileen
  ekaterina elaine eleanor elena eleni eli elias elif elisa elisabeth elise eliza elizabeth ella ellen elliot elsa elvira ema
  emil emilia emilie emily emma emmanuel enrico enrique eric erica erich erik erika erin ernest ernst esme esteban
  esther ethan eugene eva evelyn fabian fabio faisal farah farid fatima federico felipe felix ferdinand fernando
  fiona flora florence florian frances francesca francesco francis francisco francois frank franz fred freda frederic
  frederick frida friedrich fritz fumiko gabriel gabriela galina gareth gary gavin geoff geoffrey george georgia gerald
  gerard gerhard gianni giles gillian gina giorgio giovanni giulia giuseppe gladys glen glenn gloria goran gordon graham
  greg gregor gregory greta grigory guido guillermo gunnar gunther gustav guy habib hamid hanna hannah hannes hans harald
  haris harold harriet harry haruki hasan hassan heather hector heidi heinrich helen helena helene helga hella helmut
  hendrik henri henrik henrike henry herbert herman hermann hilary hilda hillary hiroshi holly horst howard hubert hugh
  hugo hussein ian ibrahim ida ignacio igor ilse imran ines inga inge ingo ingrid ioana irena irene irina iris isaac
  isabel isabella isabelle ismail ivan ivana ivo jack jackie jacob jacqueline jacques jake jakob jakub james jamie jan
  jana jane janet janice janine jared jasmin jason javier jay jean jeanne jeff jeffrey jenna jennifer jenny jens jeremy
  jerome jerry jesse jessica jill jim jimmy jin jo joachim joan joana joanna joanne joao joe joel johan johann johanna
  johannes john johnny jon jonas jonathan jordan jorg jorge jose josef joseph josephine josh joshua joy joyce juan juana
  judith judy julia julian juliana julie juliet julius june jurgen justin kamal kamala kamil karen karim karin karina
  karl karla karsten kasia kaspar katarina kate katerina katharina katherine kathleen kathryn kathy katie katja kay keith
  kelly ken kenji kenneth kenta kevin khalid kim kimberly kirsten klaus konrad konstantin kristen kristin kristina kumar
  kurt kyle laila lana lara larisa lars latifa laura lauren laurence lavinia lea leah leif leila len lena leo leon leonard
  leonardo leonid leonie leslie lewis liam lidia lilian lillian lily lina linda lindsay lindsey linus lisa lise liv liz
  lorena lorenzo loretta lorraine lothar louis louisa louise luca lucas lucia lucie lucy ludwig luigi luis luisa lukas
  luke lydia lyn lynn madeleine magda magdalena magnus mahmoud maja malcolm malik manfred manuel manuela marc marcel
  marcello marco marcos marcus margaret margarita margot maria mariam marian marianne marie marina mario marion marjorie
  mark marko markus marta martha martin martina marvin mary maryam mateo mateusz mathilde matilda mats matt matteo matthew
  matthias maud maureen maurice mauro max maximilian maya megan mehmet mei melanie melinda melissa mercedes meredith
  michael michal michel michele michelle miguel mika mike mikhail milan mildred milena milos mina mira miranda miriam
  mohamed mohammad mohammed moira mona monica monika morgan moritz morris muhammad murat mustafa myra nadia nadine nancy
  naomi narendra natalia natalie natasha nathan neil nell nelson niamh nicholas nick nicola nicolas nicole niels nigel nikhil
  nikita nikolai nils nina noah noel nora norbert norma norman oksana olaf oleg olga oliver olivia omar orla oscar oskar
  otto owen pablo pamela paola paolo pascal patricia patrick paul paula pauline pavel pedro peggy penelope percy perry
  petar pete peter petra petros phil philip philippa philippe phoebe phyllis pia pierre pilar piotr priya rachel rafael
  rahul rainer raj rajesh ralf ralph ramon rana randy raphael rashid raul ravi ray raymond rebecca regina reinhard rene
  renata renate ricardo richard rick rita rob robert roberta roberto robin rodney rodrigo roger roland rolf roman romy
  ron ronald ronan rory rosa rosalind rosemary ross roy rudolf rupert russell ruth ryan sabine sabrina sadia said salim
  sally salma sam samantha samir samira samuel sandeep sandra sanjay sara sarah sasha saskia scott sean sebastian selma
  serena serge sergei sergey sergio shane shannon sharon shaun sheila shirley siegfried sigrid silke silvia simon simone
  sina sofia sofie sonia sonja sophia sophie soren stan stanley stefan stefanie stella stephan stephanie stephen steve
  steven stuart sue sunil suresh susan susanna susanne suzanne svetlana sven sybil sylvia tamara tania tanya tara tariq
  tatiana ted teresa terence terry thea theo theodor theodore theresa therese thomas tim timothy tina tobias todd tom
  tomas tomasz tony tracy trevor tristan ulrich ulrike ursula uwe vadim valentina valeria valerie vanessa vera verena
  vernon veronica vicente vicky victor victoria viktor vincent viola violet virginia vishal vitali vivian vladimir
  volker wahid wallace walter wanda warren wayne wei wendy werner wilfred wilhelm willem william wim winifred winston
  wolfgang xavier yan yasmin yasser yelena yolanda yoko yosef youssef yuki yulia yuri yusuf yves yvonne zahra zara zeynep
  zoe zofia`.split(/\s+/),
);

/** Ways to say one given name, each line one name, folded: "Tom" is Thomas. */
const SHORT_FORMS: readonly (readonly string[])[] = `alexander alex sasha
  andrew andy drew
  anthony tony
  benjamin ben
  bernard bernie
  catherine katherine kathryn cathy kathy kate katie
  charles charlie chuck
  christopher christian chris
  christine christina chris christy
  daniel dan danny
  david dave
  deborah debra debbie
  donald don
  douglas doug
  edward eddie ted ed
  elizabeth liz beth betty
  eugene gene
  frederick fred
  gerald jerry
  gregory greg
  james jim jimmy jamie
  jeffrey geoffrey jeff geoff
  jennifer jenny jen
  jonathan jon
  joseph joe
  joshua josh
  judith judy
  kenneth ken
  lawrence laurence larry
  leonard len
  margaret maggie peggy
  matthew matt
  michael mike mick
  nathaniel nathan nate
  nicholas nicolas nick
  patricia pat patty
  patrick pat
  peter pete
  philip phil
  rebecca becky
  richard rick dick rich
  robert bob rob bobby
  ronald ron
  rudolph rudolf rudy
  samuel samantha sam
  stephen steven steve
  susan susanne sue
  theodore ted theo
  thomas tom tommy
  timothy tim
  victoria vicky
  vincent vince
  walter walt
  william bill will billy`
  .split("\n")
  .map((line) => line.trim().split(" "));

/** @param word folded */
export function isGivenName(word: string): boolean {
  return GIVEN_NAMES.has(word) || (word.includes("-") && GIVEN_NAMES.has(word.slice(0, word.indexOf("-"))));
}

/** Whether both are ways to say one given name: "Tom" and "Thomas". @param a, b folded */
export function areOneGivenName(a: string, b: string): boolean {
  return SHORT_FORMS.some((forms) => forms.includes(a) && forms.includes(b));
}
