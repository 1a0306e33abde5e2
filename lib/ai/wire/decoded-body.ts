import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import zlib from "node:zlib";

// With these flags an answer that is cut within its last block still yields what came before.
const gzipOptions = { flush: zlib.constants.Z_SYNC_FLUSH, finishFlush: zlib.constants.Z_SYNC_FLUSH };
const brotliOptions = {
  flush: zlib.constants.BROTLI_OPERATION_FLUSH,
  finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH,
};

const decoders: Record<
  string,
  () => zlib.Gunzip | zlib.Inflate | zlib.BrotliDecompress | zlib.ZstdDecompress
> = {
  gzip: () => zlib.createUnzip(gzipOptions),
  "x-gzip": () => zlib.createUnzip(gzipOptions),
  deflate: () => zlib.createUnzip(gzipOptions),
  br: () => zlib.createBrotliDecompress(brotliOptions),
  zstd: () => zlib.createZstdDecompress(),
};

/**
 * Decompresses the body: proxies compress although nothing was requested. A connection error becomes an error
 * of this stream, after all data that came before it.
 */
export function decodedBody(response: IncomingMessage): Readable {
  const encodings = (response.headers["content-encoding"] ?? "")
    .split(",")
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== "" && name !== "identity");
  let source: Readable = response;
  for (const name of encodings.toReversed()) {
    const decoder = decoders[name]?.();
    if (!decoder) break;
    const encoded = source;
    encoded.on("error", (error) => void decoder.flush(() => decoder.destroy(error)));
    source = encoded.pipe(decoder);
  }
  return source;
}
