/**
 * A failure that the person at the terminal can mend: the message says what is wrong and what to do,
 * and is printed without a stack. Everything else that is thrown is a fault of ours and keeps its stack.
 */
export class OperatorError extends Error {
  override name = 'OperatorError'
}
