/** The file is sound, but does not fit what is already recorded. */
export class ImportRefused extends Error {
  constructor(readonly problems: string[]) {
    super(problems.join('\n'))
  }
}
