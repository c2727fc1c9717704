/**
 * Makes something when it is first wanted, and keeps it for whoever wants it later; what could not be made is tried again
 * when it is wanted again.
 */
export function kept<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    if (made === undefined) {
      const attempt = make();
      made = attempt;
      attempt.catch(() => {
        made = undefined;
      });
    }
    return made;
  };
}
