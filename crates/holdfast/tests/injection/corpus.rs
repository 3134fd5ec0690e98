//! What people type to break pages, tables, letters and calendars. Every mark that would show that
//! it worked contains `hf`, so that it is found wherever it comes out.

/// Out of an element, an attribute, a comment, a script; into an address.
pub const PAGES: &[&str] = &[
    "<hf-one onhf=1>",
    "\"><hf-two x=\"",
    "'><hf-three x='",
    "</textarea><hf-four>",
    "</title></head><hf-five>",
    "--><hf-six><!--",
    "]]><hf-seven>",
    "</script><hf-eight>",
    "<script>hf()</script>",
    "<img src=hf onerror=hf()>",
    "<svg/onload=hf()>",
    "\" onhf=\"1",
    "' onhf='1",
    "x onhf=1 y",
    "javascript:hf()",
    "data:text/html,<hf-nine>",
    "//hf.example/",
    "&lt;hf-ten&gt;",
    "&#60;hf-eleven&#62;",
    "+ADw-hf-twelve+AD4-",
    "{{ hf }} {% hf %} { $hf } %{hf} ${hf}",
    "<hf-open",
    "\u{202e}<hf-thirteen>\u{2028}\u{2029}",
    "<a href=\"//hf.example\">come</a>",
    "<form action=//hf.example><input name=hf>",
    "<style>@import '//hf.example'</style>",
];

/// What a spreadsheet program would take for a formula.
pub const TABLES: &[&str] = &[
    "=HF()",
    "+HF()",
    "-HF()",
    "@HF()",
    "\t=HF()",
    " =HF()",
    "\u{feff}=HF()",
    "\u{200b}=HF()",
    "\u{ff1d}HF()",
    "\u{ff0b}HF()",
    "\"\n=HF()",
    ",=HF()",
    ";=HF()",
    "=cmd|' /C hf'!A0",
];

/// Into the lines of a head, a letter or a calendar.
pub const LINES: &[&str] = &[
    "soup\r\nX-Hf: 1",
    "soup\nX-Hf: 1",
    "soup\rX-Hf: 1",
    "soup%0d%0aX-Hf: 1",
    "soup\r\n\r\n<hf-body>",
    "soup\nSet-Cookie: hf=1",
    "soup\r\nBcc: hf@hf.example",
    "=?utf-8?q?soup=0D=0AX-Hf:_1?=",
    "soup\r\nEND:VEVENT\r\nBEGIN:VALARM\r\nX-HF:1",
    "soup\nRRULE:FREQ=SECONDLY;X-HF=1",
    "soup\\nX-HF:1",
    ";X-HF=1:soup",
    "soup\u{b}X-HF:1\u{c}\u{85}X-HF:1",
];

/// Everything.
pub fn all() -> impl Iterator<Item = &'static str> {
    [PAGES, TABLES, LINES].into_iter().flatten().copied()
}
