"""Uploads videos with Google's Python client, as its documentation tells to, in chunks of 1 MB.

Takes the API's root, an access token, a certificate to trust, a word for others, and the videos; the last one is measured,
those before it warm up. Prints bytes, seconds, CPU seconds, 0, the peak of memory, 0 and 0.
"""

import os
import resource
import sys
import time

from google.oauth2.credentials import Credentials
from google_auth_httplib2 import AuthorizedHttp
from googleapiclient.discovery import build_from_document
from googleapiclient.http import MediaFileUpload, build_http

ROOT, TOKEN, CERTIFICATE = sys.argv[1:4]

# What the client needs of YouTube's discovery document.
DISCOVERY = {
    "name": "youtube",
    "version": "v3",
    "rootUrl": ROOT,
    "servicePath": "",
    "batchPath": "batch",
    "schemas": {"Video": {"id": "Video", "type": "object", "properties": {}}},
    "resources": {
        "videos": {
            "methods": {
                "insert": {
                    "id": "youtube.videos.insert",
                    "path": "youtube/v3/videos",
                    "httpMethod": "POST",
                    "parameters": {
                        "part": {"type": "string", "location": "query", "required": True, "repeated": True}
                    },
                    "request": {"$ref": "Video"},
                    "response": {"$ref": "Video"},
                    "supportsMediaUpload": True,
                    "mediaUpload": {
                        "accept": ["video/*"],
                        "maxSize": "274877906944",
                        "protocols": {
                            "simple": {"multipart": True, "path": "/upload/youtube/v3/videos"},
                            "resumable": {"multipart": True, "path": "/resumable/upload/youtube/v3/videos"},
                        },
                    },
                }
            }
        }
    },
}


def main():
    http = build_http()
    http.ca_certs = CERTIFICATE
    youtube = build_from_document(DISCOVERY, http=AuthorizedHttp(Credentials(TOKEN), http=http))
    for video in sys.argv[5:]:
        started, cpu = time.monotonic(), time.process_time()
        upload(youtube, video)
        seconds, cpu = time.monotonic() - started, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(os.path.getsize(sys.argv[-1]), seconds, cpu, 0, peak, 0, 0)


def upload(youtube, video):
    body = {"snippet": {"title": "Benchmark", "categoryId": "22"}, "status": {"privacyStatus": "private"}}
    media = MediaFileUpload(video, mimetype="video/mp4", chunksize=1 << 20, resumable=True)
    request = youtube.videos().insert(part="snippet,status", body=body, media_body=media)
    response = None
    while response is None:
        _, response = request.next_chunk()


main()
