import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import zlib from "node:zlib";

// An answer cut within its last block still gives what came before: the reader decides whether it is whole.
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
 * The body of an answer, uncompressed. Nobody asked for compression, but proxies apply it to everything. An error of the
 * connection is an error of this stream, after everything that came before it.
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
