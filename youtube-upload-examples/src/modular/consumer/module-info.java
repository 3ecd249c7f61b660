/** A host that lives on the module path. */
module com.example.consumer {
  requires io.github.youtubeupload;
  requires io.github.youtubeupload.testkit;
}
