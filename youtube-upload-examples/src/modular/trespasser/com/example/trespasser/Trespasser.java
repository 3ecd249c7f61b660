package com.example.trespasser;

final class Trespasser {
  io.github.youtubeupload.internal.protocol.Reply reply;
}
