/** 4.0, not 4. */
export const oneDecimal = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;
