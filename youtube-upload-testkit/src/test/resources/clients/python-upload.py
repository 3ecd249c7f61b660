"""Uploads a file by Google's Python client: python-upload.py ROOT TOKEN FILE MODE."""
import sys

import google.oauth2.credentials
from googleapiclient.discovery import build_from_document
from googleapiclient.http import MediaFileUpload

root, token, file, mode = sys.argv[1:]
media = {
    "multipart": lambda: MediaFileUpload(file, mimetype="video/mp4"),
    "whole": lambda: MediaFileUpload(file, mimetype="video/mp4", chunksize=-1, resumable=True),
    "chunked": lambda: MediaFileUpload(file, mimetype="video/mp4", chunksize=262144, resumable=True),
}[mode]()
# What the discovery service would say of videos.insert; Debian's version cannot do without it.
insert = {
    "id": "youtube.videos.insert",
    "path": "videos",
    "httpMethod": "POST",
    "parameters": {"part": {"type": "string", "location": "query", "required": True}},
    "parameterOrder": ["part"],
    "request": {"$ref": "Video"},
    "response": {"$ref": "Video"},
    "supportsMediaUpload": True,
    "mediaUpload": {
        "accept": ["application/octet-stream", "video/*"],
        "maxSize": "256GB",
        "protocols": {
            "simple": {"multipart": True, "path": "/upload/youtube/v3/videos"},
            "resumable": {"multipart": True, "path": "/resumable/upload/youtube/v3/videos"},
        },
    },
}
document = {
    "name": "youtube",
    "version": "v3",
    "rootUrl": root,
    "servicePath": "youtube/v3/",
    "baseUrl": root + "youtube/v3/",
    "batchPath": "batch",
    "schemas": {"Video": {"id": "Video", "type": "object", "properties": {}}},
    "resources": {"videos": {"methods": {"insert": insert}}},
}
youtube = build_from_document(
    document, credentials=google.oauth2.credentials.Credentials(token)
)
request = youtube.videos().insert(
    part="snippet,status",
    body={
        "snippet": {"title": "Friends", "categoryId": "22"},
        "status": {"privacyStatus": "private"},
    },
    media_body=media,
)
if mode == "multipart":
    answer = request.execute()
else:
    answer = None
    while answer is None:
        _, answer = request.next_chunk()
print(answer["id"])
