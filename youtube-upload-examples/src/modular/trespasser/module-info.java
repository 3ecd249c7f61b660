/** A host that reaches for what is not exported, and must not compile. */
module com.example.trespasser {
  requires io.github.youtubeupload;
}
