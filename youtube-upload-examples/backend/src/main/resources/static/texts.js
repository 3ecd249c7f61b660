// All that the page says, in both languages.
const TEXTS = {
  en: {
    skip: "Skip to the content", name: "Upload desk", signOut: "Sign out", signIn: "Sign in with YouTube",
    otherLanguage: "한국어", otherLanguageLabel: "페이지를 한국어로 보기",
    welcomeTitle: "From your disk to your channel, and you see every step.",
    welcomeText: "Sign in once. Uploads go on by themselves after a lost connection or a restart, and each becomes one video, never two.",
    stopDevice: "This device", stopService: "Upload desk",
    demoHint: "This is the demo: nothing leaves this computer, and the consent screen is for practice.",
    newVideo: "New video", source: "Source", aFile: "A file", aUrl: "A URL",
    chooseFile: "Choose a video, or drop it here", videoUrl: "URL of the video", title: "Title",
    description: "Description", tags: "Tags, separated by commas", privacy: "Who can watch",
    private: "Only me", unlisted: "With the link", public: "Everybody", upload: "Upload",
    quota: "Today's uploads", left: "of {all} left",
    resets: "Full again {when}, in {left}",
    running: "On the way", nothingRunning: "Nothing is on the way. Choose a video to start.",
    history: "History", noHistory: "What you upload will be listed here.",
    legBrowser: "This device → service", legYoutube: "Service → YouTube", arrived: "Arrived, {bytes}", waiting: "Waits for the file",
    progress: "{done} of {all}", perSecond: "{bytes}/s", timeLeft: "{time} left",
    pause: "Pause", resume: "Resume", cancel: "Cancel", ofTitle: "{action}: {title}",
    watch: "Watch", studio: "Edit", findOut: "Find out",
    sending: "Sending", queued: "In the queue", started: "Starting", downloading: "Fetching",
    uploading: "Uploading", finalizing: "YouTube is finishing", completed: "Done", failed: "Failed",
    cancelled: "Cancelled", suspended: "Paused", unknown: "Outcome unknown",
    announce: "{title}: {state}",
    consentAgain: "YouTube asks for your permission again.", signInAgain: "Sign in again",
    needFile: "Choose a video first.", needUrl: "Give the URL of the video.", needTitle: "Give the video a title.",
    sessionEnded: "Your sign-in has ended.",
    connectionLost: "The connection to the service was lost. Try again.",
    sign_in_denied: "You did not allow the upload. Sign in again and choose Allow.",
    sign_in_missing_scope: "The permission to upload was unticked. Sign in again and leave it ticked.",
    sign_in_state_mismatch: "That sign-in was started elsewhere or took too long. Sign in again.",
    sign_in_code_refused: "The sign-in took too long. Sign in again.",
    sign_in_no_channel: "This account has no YouTube channel. Create one, then sign in again.",
    sign_in_no_refresh_token: "YouTube gave no lasting permission. Sign in again.",
    sign_in_unreachable: "YouTube could not be reached. Try again in a minute.",
    error_still_unknown: "Still unknown. Try again in ten minutes; if several videos have this title, look at them on YouTube.",
    error_missing_scope: "The permission to see your channel is missing. Sign in again and leave it ticked.",
  },
  ko: {
    skip: "본문으로 건너뛰기", name: "업로드 데스크", signOut: "로그아웃", signIn: "YouTube로 로그인",
    otherLanguage: "English", otherLanguageLabel: "Show the page in English",
    welcomeTitle: "내 파일에서 내 채널까지, 모든 과정을 한눈에.",
    welcomeText: "한 번만 로그인하세요. 연결이 끊기거나 서비스가 다시 시작되어도 업로드는 이어지고, 영상은 언제나 하나만 만들어집니다.",
    stopDevice: "이 기기", stopService: "업로드 데스크",
    demoHint: "데모입니다. 이 컴퓨터 밖으로 아무것도 나가지 않으며, 동의 화면도 연습용입니다.",
    newVideo: "새 동영상", source: "가져올 곳", aFile: "파일", aUrl: "URL",
    chooseFile: "동영상을 선택하거나 여기에 놓으세요", videoUrl: "동영상 URL", title: "제목",
    description: "설명", tags: "태그(쉼표로 구분)", privacy: "공개 범위",
    private: "비공개", unlisted: "일부 공개", public: "공개", upload: "업로드",
    quota: "오늘의 업로드", left: "개 남음 (전체 {all}개)",
    resets: "{when}에 다시 채워집니다 ({left} 후)",
    running: "진행 중", nothingRunning: "진행 중인 업로드가 없습니다. 동영상을 선택해 시작하세요.",
    history: "기록", noHistory: "업로드한 동영상이 여기에 표시됩니다.",
    legBrowser: "이 기기 → 서비스", legYoutube: "서비스 → YouTube", arrived: "도착함, {bytes}", waiting: "파일을 기다리는 중",
    progress: "{all} 중 {done}", perSecond: "초당 {bytes}", timeLeft: "{time} 남음",
    pause: "일시중지", resume: "계속", cancel: "취소", ofTitle: "{title} {action}",
    watch: "보기", studio: "수정", findOut: "결과 확인",
    sending: "보내는 중", queued: "대기 중", started: "시작하는 중", downloading: "가져오는 중",
    uploading: "업로드 중", finalizing: "YouTube에서 마무리 중", completed: "완료", failed: "실패",
    cancelled: "취소됨", suspended: "일시중지됨", unknown: "결과를 알 수 없음",
    announce: "{title}: {state}",
    consentAgain: "YouTube 권한이 다시 필요합니다.", signInAgain: "다시 로그인",
    needFile: "먼저 동영상을 선택하세요.", needUrl: "동영상 URL을 입력하세요.", needTitle: "제목을 입력하세요.",
    sessionEnded: "로그인이 만료되었습니다.",
    connectionLost: "서비스와의 연결이 끊겼습니다. 다시 시도하세요.",
    sign_in_denied: "업로드를 허용하지 않았습니다. 다시 로그인하여 허용을 선택하세요.",
    sign_in_missing_scope: "업로드 권한이 선택되지 않았습니다. 다시 로그인하여 권한을 선택하세요.",
    sign_in_state_mismatch: "다른 곳에서 시작했거나 너무 오래 걸린 로그인입니다. 다시 로그인하세요.",
    sign_in_code_refused: "로그인이 너무 오래 걸렸습니다. 다시 로그인하세요.",
    sign_in_no_channel: "이 계정에는 YouTube 채널이 없습니다. 채널을 만든 뒤 다시 로그인하세요.",
    sign_in_no_refresh_token: "YouTube가 지속 권한을 주지 않았습니다. 다시 로그인하세요.",
    sign_in_unreachable: "YouTube에 연결할 수 없습니다. 잠시 후 다시 시도하세요.",
    error_still_unknown: "아직 알 수 없습니다. 10분 뒤에 다시 확인하세요. 제목이 같은 동영상이 여러 개라면 YouTube에서 직접 확인하세요.",
    error_missing_scope: "채널을 볼 권한이 없습니다. 다시 로그인하여 권한을 선택하세요.",
    error_unavailable: "지금은 YouTube에 물어볼 수 없습니다. 잠시 후 다시 시도하세요.",
    error_quota_exhausted: "오늘의 업로드 할당량을 모두 사용했습니다.",
    error_empty_file: "파일이 비어 있습니다(0바이트).",
    error_no_video_file: "동영상 파일이 아닙니다.",
    error_too_large: "파일이 이 서비스의 최대 크기보다 큽니다.",
    error_refused_url: "사용할 수 없는 URL입니다. 공개된 http 또는 https 주소만 가능합니다.",
    error_invalid_metadata: "YouTube가 받아들이지 않는 내용입니다. 제목, 설명, 태그를 확인하세요.",
    error_rate_limited: "요청이 너무 많습니다. 잠시 후 다시 시도하세요.",
    error_too_many_uploads: "끝나지 않은 업로드가 너무 많습니다. 하나가 끝나기를 기다리거나 취소하세요.",
    error_disk_full: "서비스의 저장 공간이 부족합니다. 나중에 다시 시도하세요.",
    error_unauthenticated: "로그인이 만료되었습니다. 다시 로그인하세요.",
    error_no_channel: "이 계정에는 YouTube 채널이 없습니다.",
    error_unknown_upload: "그런 업로드가 없습니다.",
    error_already_over: "이미 끝난 업로드입니다.",
    error_cannot_resume: "지금은 이어서 올릴 수 없습니다. 취소하고 다시 업로드하세요.",
    error_cannot_reconcile: "결과를 확인할 업로드가 아닙니다.",
    error_broken_form: "파일이 끝까지 도착하지 않았습니다. 다시 시도하세요.",
    error_no_video: "동영상 파일이나 URL이 없습니다.",
    error_invalid_field: "입력한 내용을 받아들일 수 없습니다. 다시 확인하세요.",
    error_foreign_origin: "다른 사이트에서 온 요청은 받아들이지 않습니다.",
    error_bad_request: "요청을 이해할 수 없습니다.",
    error_internal: "서비스에 문제가 생겼습니다. 나중에 다시 시도하세요.",
  },
};

let language = localStorage.getItem("language") ?? document.documentElement.lang;

export function currentLanguage() {
  return language in TEXTS ? language : "en";
}

export function t(key, values = {}) {
  const text = TEXTS[currentLanguage()][key] ?? TEXTS.en[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** The server's refusal: translated where we can, in its own words otherwise. */
export function refusal(detail) {
  return TEXTS[currentLanguage()]["error_" + detail.code] ?? detail.message;
}

export function switchLanguage() {
  language = currentLanguage() === "en" ? "ko" : "en";
  localStorage.setItem("language", language);
}

export function translatePage() {
  document.documentElement.lang = currentLanguage();
  document.title = t("name");
  for (const element of document.querySelectorAll("[data-t]")) {
    element.textContent = t(element.dataset.t);
  }
}
