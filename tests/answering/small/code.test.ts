import { itAnswers } from "./inputs.ts";

const FENCE = "```";

itAnswers("code is read under the sentence above it", 11, [
  [
    {
      "install.md": `# Install

On Debian, install the packet with:

${FENCE}sh
sudo apt install larch
${FENCE}

On macOS use Homebrew:

${FENCE}sh
brew install larch
${FENCE}

Larch is a tree, too. Installing a larch in a garden takes a spade.
`,
      "usage.md": `# Usage

To convert a folder, name it:

${FENCE}sh
larch convert ./photos
${FENCE}

To see what would be done, and do nothing:

${FENCE}sh
larch convert --dry-run ./photos
${FENCE}
`,
    },
    ["how do I install larch on macOS", "brew install larch"],
    ["how do I install larch on Debian", "sudo apt install larch"],
    ["how do I convert a folder", "larch convert ./photos"],
    ["how can I see what would be done", "--dry-run"],
  ],
  [
    {
      "config.md": `# Configuration

Set the port in the file \`server.toml\`:

${FENCE}toml
[http]
port = 8460
${FENCE}

Turn logging of requests off like this:

${FENCE}toml
[log]
requests = false
${FENCE}

The port of Hamburg has nothing to do with it. Requests for features go to the forum.
`,
    },
    ["how do I set the port", "port = 8460"],
    ["how do I turn off logging of requests", "requests = false"],
  ],
  [
    {
      "git.md": `Undo the last commit, but keep the changes:

    git reset --soft HEAD~1

Throw away all local changes:

    git checkout -- .

Nobody can undo a push to the release branch. Changes of address go to the office.
`,
    },
    ["how do I undo the last commit", "git reset --soft HEAD~1"],
    ["which command throws away local changes", "git checkout -- ."],
  ],
  [
    {
      "api.md": `# Client

Create a client with your key:

${FENCE}python
client = Client(key="...")
${FENCE}

Upload a picture:

${FENCE}python
client.upload("cat.png")
${FENCE}

Delete it again:

${FENCE}python
client.delete("cat.png")
${FENCE}

Pictures of clients are never uploaded by us.
`,
    },
    ["how do I upload a picture", 'client.upload("cat.png")'],
    ["how do I create a client", 'client = Client(key="...")'],
    ["how do I rename a picture", null],
  ],
  [
    {
      "db.html": `<h1>Backups</h1><p>Make a backup of the database:</p><pre><code>pg_dump shop &gt; shop.sql</code></pre>
<p>Restore it:</p><pre><code>psql shop &lt; shop.sql</code></pre><p>The shop was restored in 1998, the database of paintings too.</p>`,
    },
    ["how do I make a backup of the database", "pg_dump shop"],
    ["how do I restore the database", "psql shop"],
  ],
]);
