// Opens a session and lets @google-cloud/storage send to it: storage-upload.mjs ROOT TOKEN FILE [CHUNK]
import {createReadStream, statSync} from 'node:fs';
import {createRequire} from 'node:module';
import {pipeline} from 'node:stream/promises';

const require = createRequire(process.cwd() + '/');
const {upload} = require(
  process.cwd() + '/node_modules/@google-cloud/storage/build/cjs/src/resumable-upload.js',
);
const {OAuth2Client} = require('google-auth-library');
const [root, token, file, chunk] = process.argv.slice(2);
const size = statSync(file).size;
const opened = await fetch(root + 'upload/youtube/v3/videos?uploadType=resumable&part=snippet,status', {
  method: 'POST',
  headers: {
    'Authorization': 'Bearer ' + token,
    'Content-Type': 'application/json',
    'X-Upload-Content-Type': 'video/mp4',
    'X-Upload-Content-Length': size,
  },
  body: JSON.stringify({
    snippet: {title: 'Friends', categoryId: '22'},
    status: {privacyStatus: 'private'},
  }),
});
if (opened.status !== 200) throw new Error('The session was not opened: ' + opened.status);
const authClient = new OAuth2Client();
authClient.setCredentials({access_token: token});
const session = upload({
  bucket: 'none',
  file: 'none',
  uri: opened.headers.get('location'),
  authClient,
  retryOptions: {
    autoRetry: true,
    maxRetries: 3,
    retryDelayMultiplier: 2,
    maxRetryDelay: 1,
    totalTimeout: 60,
    retryableErrorFn: error => error.code >= 500,
  },
  metadata: {contentLength: size, contentType: 'video/mp4'},
  ...(chunk ? {chunkSize: Number(chunk)} : {}),
});
let answer;
session.on('metadata', metadata => (answer = metadata));
await pipeline(createReadStream(file), session);
console.log(answer.id);
