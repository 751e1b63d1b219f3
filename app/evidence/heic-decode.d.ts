declare module 'heic-decode' {
  interface DecodedImage {
    readonly width: number
    readonly height: number
    /** RGBA, with 4 bytes for each pixel. */
    readonly data: Uint8ClampedArray
  }
  interface EncodedImage {
    readonly width: number
    readonly height: number
    readonly decode: () => Promise<DecodedImage>
  }
  const decode: { readonly all: (input: { readonly buffer: Uint8Array }) => Promise<EncodedImage[] & { readonly dispose: () => void }> }
  export default decode
}
