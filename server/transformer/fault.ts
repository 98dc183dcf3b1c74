/** A folder that holds no classifier we can use, told in one sentence that names the fault. */
export class TransformerFault extends Error {
  override name = 'TransformerFault';
}
