/** What a file of the ward may weigh at most. A list of 50,000 women is about 15 MB unpacked. */
export const limits = {
  /** Bytes of the encrypted file as received. */
  containerBytes: 64 * 1024 * 1024,
  /** Bytes of the list after unpacking, declared and actual. */
  listBytes: 64 * 1024 * 1024,
  /** Unpacked to packed, looked at above `ratioFrom` bytes. A real list lies between 3 and 30. */
  inflateRatio: 200,
  ratioFrom: 1024 * 1024,
  /** age's scrypt work factor (log2). 18 is age's own default and needs 256 MB for a moment; 19 would need 512. */
  ageWorkFactor: 18,
  rows: 200_000,
  columns: 200,
  /** Characters of one record. More means that a quotation mark was never closed. */
  recordCharacters: 256 * 1024,
} as const;
