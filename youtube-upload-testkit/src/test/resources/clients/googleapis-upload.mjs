// Uploads a file by Google's JavaScript client: googleapis-upload.mjs ROOT TOKEN FILE
import {createReadStream} from 'node:fs';
import {createRequire} from 'node:module';

const require = createRequire(process.cwd() + '/');
const {youtube: client, auth} = require('@googleapis/youtube');
const [root, token, file] = process.argv.slice(2);
const credentials = new auth.OAuth2();
credentials.setCredentials({access_token: token});
const youtube = client({version: 'v3', auth: credentials});
const answer = await youtube.videos.insert({
  part: ['snippet', 'status'],
  requestBody: {
    snippet: {title: 'Friends', categoryId: '22'},
    status: {privacyStatus: 'private'},
  },
  media: {mimeType: 'video/mp4', body: createReadStream(file)},
}, {rootUrl: root});
console.log(answer.data.id);
