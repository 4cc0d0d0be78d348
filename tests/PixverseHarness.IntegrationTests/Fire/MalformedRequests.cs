using System.Globalization;
using System.Text;
using PixverseHarness.IntegrationTests.Hosts;

namespace PixverseHarness.IntegrationTests.Fire;

/// <summary>Requests that no client should send: every kind in turn, each drawn anew from a seed.</summary>
internal sealed class MalformedRequests(int seed)
{
    private const string Submit = "/v2/pixverse-text2video";
    private const string Key = "x-api-key: SG_0123456789abcdef\r\n";
    private static readonly string[] Verbs = ["PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "PROPFIND", "get", "Post", "G3T", "X"];
    private static readonly string[] Paths =
    [
        "/", "//", "/v2", "/v2/", "/v3/pixverse-text2video", "/v2/requests", "/v2/requests/", "/v2/requests//status", "/v2/requests/status",
        "/v2/requests/../../etc/passwd", "/v2/requests/%2e%2e/status", "/v2/requests/%ff%fe/status", "/v2/requests/%0d%0aX:1/status", "/v2/requests/%",
        "/v2/requests/%zz/status", "/v2/requests/a/b/c/status", "/s/", "/s/a%20b/v2/x", "/s//v1/get-user-credits", "/s/x", "/generations/", "/generations/../../x",
        "/generations/%00", "/v1/requests/\u00e9", "/v2/requests/{id}", "/__admin", "/__admin/", "/__admin/no-such", "/__adminx", "/v1/get-user-credits?a=b&&=&%",
        "/v2/requests/00000000-0000-4000-8000-000000000000/status", "/v2/requests/FFFFFFFF-FFFF-4FFF-8FFF-FFFFFFFFFFFF", "/upload-asset", "/workflows/x",
    ];

    private readonly Random _random = new(seed);

    /// <summary>So many requests, the kinds in turn.</summary>
    public IEnumerable<Malformed> Take(int count)
    {
        Func<Malformed>[] kinds =
        [
            Verb, Head, Path, LongPath, AbsoluteForm, AuthorityForm, AsteriskForm, Version, Http10, Garbage, HeaderWithoutColon, HugeHeader, ManyHeaders,
            OddHeaderBytes, HostHeaders, OddKey, OddPrefer, ContentTypes, Multipart, LongBoundary, BadLength, TwoLengths, LengthAndChunks, BadChunks, GoodChunks, ShortBody,
            OddJson, DeepJson, WideJson, InvalidUtf8, LoneSurrogate, RandomBytes, OddTags, LargeBody, Pipelined, PipelinedGarbage, Expect, ExpectUnknown, AdminBody, LeftOff,
        ];
        return Enumerable.Range(0, count).Select(i => kinds[i % kinds.Length]());
    }

    private Malformed Verb() => Target("verb", Pick(Verbs), Pick([Submit, Pick(Paths)]));

    private Malformed Head() => Target("verb-head", "HEAD", Pick(Paths));

    private Malformed Path() => Target("path", "GET", Pick(Paths) + Pick(["", "?", "?x=%", "/", "%2f", ";a=b"]));

    private Malformed LongPath() => Refusal("long-path", Get("/v2/requests/" + new string('a', _random.Next(1, 20_000)) + "/status"));

    private Malformed AbsoluteForm() => Refusal("absolute-form", Get(Pick(["http://x", "https://x", "http://x:80"]) + Pick(Paths)));

    private Malformed AuthorityForm() => Refusal("authority-form", $"CONNECT {Pick(["x:443", "/", "x", "http://x/"])} HTTP/1.1\r\nHost: x:443\r\nConnection: close\r\n\r\n");

    private Malformed AsteriskForm() => Refusal("asterisk-form", $"{Pick(["OPTIONS", "GET"])} * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

    private Malformed Version() => Refusal("version", $"GET / {Pick(["HTTP/0.9", "HTTP/1.2", "HTTP/2.0", "HTTP/3", "http/1.1", "HTTP/1.1x", "ICY", ""])}\r\nHost: x\r\n\r\n");

    private Malformed Http10() => Answer("http-1.0", $"{Pick(["GET /v1/get-user-credits", "GET /", "DELETE " + Submit])} HTTP/1.0\r\n{Pick(["", "Host: x\r\n"])}{Pick(["", Key])}\r\n");

    private Malformed Garbage() => new("garbage", [.. Bytes(_random.Next(1, 300)), .. "\r\n\r\n"u8], MalformedEnding.Refusal);

    private Malformed HeaderWithoutColon() => Refusal("header-form", $"GET / HTTP/1.1\r\nHost: x\r\n{Pick(["nocolon", ": v", " folded: v", "a b: v", "a\0: v", "a: v\0", "a: v\rb: c", "\tx"])}\r\nConnection: close\r\n\r\n");

    private Malformed HugeHeader() => Refusal("huge-header", $"GET / HTTP/1.1\r\nHost: x\r\nx-a: {new string('a', _random.Next(1, 60_000))}\r\nConnection: close\r\n\r\n");

    private Malformed ManyHeaders() => Refusal("many-headers", $"GET / HTTP/1.1\r\nHost: x\r\n{string.Concat(Enumerable.Range(0, _random.Next(1, 300)).Select(i => $"x-{i}: 1\r\n"))}Connection: close\r\n\r\n");

    private Malformed OddHeaderBytes() => new("header-bytes", [.. Latin1("GET /v1/get-user-credits HTTP/1.1\r\nHost: x\r\nConnection: close\r\nx-api-key: "), .. Bytes(_random.Next(1, 40)), .. "\r\n\r\n"u8], MalformedEnding.Refusal);

    private Malformed HostHeaders() => Refusal("host", $"GET / HTTP/1.1\r\n{Pick(["", "Host: a\r\nHost: b\r\n", "Host: \"><script>\r\n", "Host: a b\r\n", "Host: [::1\r\n", "Host:\r\n", "Host: x:99999\r\n", "Host: x/y\r\n"])}Connection: close\r\n\r\n");

    private Malformed OddKey() => Answer("key", $"GET /v1/get-user-credits HTTP/1.1\r\nHost: x\r\n{Pick(["", "x-api-key:\r\n", "x-api-key:   \r\n", "x-api-key: a\r\nx-api-key: b\r\n", $"x-api-key: {new string('k', _random.Next(1, 8000))}\r\n", "Authorization: Bearer x\r\n", "x-api-key: SG_fa11000000004000\r\n"])}Connection: close\r\n\r\n");

    private Malformed OddPrefer() => Answer("prefer", $"GET /v1/get-user-credits HTTP/1.1\r\nHost: x\r\n{Key}Prefer: {Pick(["code=99999999999", "code=-1", "code=", "cause=", "cause=nope", "=", ",;,", "code=429", "cause=\"unknown_path\"", new string('=', _random.Next(1, 5000))])}\r\nConnection: close\r\n\r\n");

    private Malformed ContentTypes() => Answer("content-type", Post(HostUnderTest.Body(), Pick(["", "text/plain", "application/json; charset=utf-16", "application/json;;;", "json", "application/", "/", "*/*", "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"", "application/x-www-form-urlencoded"])));

    private Malformed Multipart() => Answer("multipart", Post(
        Pick(["--b\r\n\r\n", "--b--", "", "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--", "--b\r\nContent-Disposition: form-data; name=prompt\r\n\r\nx", "--b\r\nContent-Disposition: form-data; name=\"duration\"\r\n\r\n99999999999999999999\r\n--b--\r\n", "--b\r\nx: " + new string('a', 20_000) + "\r\n\r\n--b--", "--b\r\n:\r\n\r\n--b--"]),
        "multipart/form-data; boundary=b"));

    private Malformed LongBoundary() => Answer("long-boundary", Post("x", $"multipart/form-data; boundary={new string('b', _random.Next(60, 10_000))}"));

    private Malformed BadLength() => Refusal("bad-length", $"POST {Submit} HTTP/1.1\r\nHost: x\r\n{Key}Content-Length: {Pick(["-1", "+1", "1e3", "99999999999999999999", "0x10", "", "1, 2", "two"])}\r\nConnection: close\r\n\r\n{{}}");

    private Malformed TwoLengths() => Refusal("two-lengths", $"POST {Submit} HTTP/1.1\r\nHost: x\r\n{Key}Content-Length: 2\r\nContent-Length: 3\r\nConnection: close\r\n\r\n{{}}x");

    private Malformed LengthAndChunks() => Refusal("length-and-chunks", $"POST {Submit} HTTP/1.1\r\nHost: x\r\n{Key}Content-Type: application/json\r\nContent-Length: 5\r\nTransfer-Encoding: {Pick(["chunked", "gzip, chunked", "identity", "chunked, gzip", "chunked, chunked"])}\r\nConnection: close\r\n\r\n0\r\n\r\n");

    private Malformed BadChunks() => Refusal("bad-chunks", $"POST {Pick([Submit, "/v1/pixverse-text2video", "/", "/__admin/clock"])} HTTP/1.1\r\nHost: x\r\n{Key}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n{Pick(["zz\r\n", "-1\r\n\r\n", "FFFFFFFFFFFFFFFFF\r\n", "2\r\n{}x\r\n0\r\n\r\n", "2;ext=\r\n{}\n0\r\n\r\n", "\r\n\r\n", "80000000\r\n"])}");

    private Malformed GoodChunks() => Answer("chunks", $"POST {Submit} HTTP/1.1\r\nHost: x\r\n{Key}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n{string.Concat("{\"prompt\":1}".Select(c => $"1;x={_random.Next(9)}\r\n{c}\r\n"))}0\r\nTrailer: x\r\n\r\n");

    private Malformed ShortBody() => Leave("short-body", $"POST {Submit} HTTP/1.1\r\nHost: x\r\n{Key}Content-Type: application/json\r\nContent-Length: {_random.Next(100, 5_000_000)}\r\n\r\n{{\"prompt\"");

    private Malformed OddJson() => Answer("json", Post(Pick(["", " ", "null", "[]", "\"x\"", "1e999", "{", "}", "{\"prompt\"}", "{\"a\":1,}", "{'a':1}", "{\"a\":NaN}", "//x\n{}", "{\"prompt\":{}}", "{\"prompt\":[[]],\"seed\":1e400}", "{\"duration\":5.0000000000000001}", "{\"prompt\":\"a\",\"prompt\":\"b\"}", "{\"\":\"\"}", "{\"prompt\":\"\\u0000\"}", "\u00ef\u00bb\u00bf{}"])));

    private Malformed DeepJson() => Answer("deep-json", Post(string.Concat(Enumerable.Repeat(Pick(["[", "{\"a\":"]), _random.Next(1, 100_000)))));

    private Malformed WideJson() => Answer("wide-json", Post("{" + string.Join(',', Enumerable.Range(0, _random.Next(1, 20_000)).Select(i => $"\"a{i}\":{i}")) + "}"));

    private Malformed InvalidUtf8() => Answer("invalid-utf8", Post(Latin1("{\"prompt\":\"" + Pick(["\u00ff", "\u00c0\u0080", "\u00ed\u00a0\u0080", "\u00f5\u0080\u0080\u0080", "\u00e2\u0082"]) + "\"}"), "application/json"));

    private Malformed LoneSurrogate() => Answer("lone-surrogate", Post($"{{\"{Pick(["prompt", "\\ud800", "quality", "style", "negative_prompt"])}\":\"\\u{Pick(["d800", "dc00", "dfff\\ud800"])}\",\"duration\":5,\"aspect_ratio\":\"16:9\",\"motion_mode\":\"normal\"}}"));

    private Malformed RandomBytes() => Answer("random-body", Post(Bytes(_random.Next(0, 3000)), Pick(["application/json", "multipart/form-data; boundary=b"])));

    private Malformed OddTags() => Answer("tags", Post(HostUnderTest.Body("[[" + Pick(["", "]]", "latency:", "latency:1e9h", "bad_gateway@nowhere", "bad_gateway*99999", "nope", "[[[[", "server_error@status*0", "latency:-5s", new string('x', 2000)]) + "]]")));

    private Malformed LargeBody() => Answer("large-body", Post(new string('x', (1024 * 1024) + _random.Next(1, 100))));

    private Malformed Pipelined() => Answer("pipelined", string.Concat(Enumerable.Repeat(Get("/v1/get-user-credits").Replace("Connection: close\r\n", "", StringComparison.Ordinal), _random.Next(1, 50))) + Get("/"));

    private Malformed PipelinedGarbage() => Refusal("pipelined-garbage", Get("/").Replace("Connection: close\r\n", "", StringComparison.Ordinal) + "\0\0\0 rubbish\r\n\r\n");

    private Malformed Expect() => Answer("expect-continue", $"POST {Submit} HTTP/1.1\r\nHost: x\r\n{Key}Content-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{{}}");

    private Malformed ExpectUnknown() => Answer("expect-unknown", $"POST {Submit} HTTP/1.1\r\nHost: x\r\n{Key}Content-Type: application/json\r\nExpect: {Pick(["200-ok", "100-continue, x", ","])}\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{{}}");

    private Malformed AdminBody()
    {
        var body = Pick(
        [
            "", "{}", "[]", "null", "{\"fault\":1}", "{\"fault\":\"nope\"}", "{\"fault\":\"\\ud800\"}", "{\"action\":\"\\ud800\"}", "{\"action\":{}}",
            "{\"action\":\"advance\",\"by\":\"-1s\"}", "{\"action\":\"advance\",\"by\":\"\\udc00\"}", "{\"plan\":7}", "{\"requestsPerMinute\":1e99}", "{\"name\":\"\\ud800\"}",
            "{\"state\":\"\\ud800\"}", "{\"urlPath\":{}}", "{\"method\":[1]}", "{\"a\":1,\"a\":2}", "{\"credits\":-1}", "\u00ff",
        ]);
        var route = Pick(["clock", "faults", "settings", "limits", "sessions", "requests/find", "requests/count", "near-misses/request", "jobs/none", "jobs/%ff", "none"]);
        var post = Post(Latin1(body), "application/json", $"/__admin/{route}");
        return Answer("admin-body", _random.Next(2) == 0 ? post : [.. "PUT"u8, .. post[4..]]);
    }

    private Malformed LeftOff()
    {
        var whole = Post(HostUnderTest.Body());
        return new("left-off", whole[.._random.Next(1, whole.Length)], MalformedEnding.Leave);
    }

    // A zero byte or bytes beyond ASCII make a target that is none (RFC 3986).
    private static Malformed Target(string kind, string verb, string target)
    {
        var isNone = target.Contains("%00", StringComparison.Ordinal) || target.Any(c => !char.IsAscii(c));
        var text = Get(target).Replace("GET", verb, StringComparison.Ordinal);
        return isNone ? Refusal(kind, text) : Answer(kind, text);
    }

    private static string Get(string target) => $"GET {target} HTTP/1.1\r\nHost: x\r\n{Key}Connection: close\r\n\r\n";

    private static byte[] Post(string body, string contentType = "application/json", string path = Submit) => Post(Latin1(body), contentType, path);

    private static byte[] Post(byte[] body, string contentType, string path = Submit) =>
        [.. Latin1(string.Create(CultureInfo.InvariantCulture, $"POST {path} HTTP/1.1\r\nHost: x\r\n{Key}Content-Type: {contentType}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n")), .. body];

    private static Malformed Answer(string kind, string text) => new(kind, Latin1(text), MalformedEnding.Answer);

    private static Malformed Answer(string kind, byte[] bytes) => new(kind, bytes, MalformedEnding.Answer);

    private static Malformed Refusal(string kind, string text) => new(kind, Latin1(text), MalformedEnding.Refusal);

    private static Malformed Leave(string kind, string text) => new(kind, Latin1(text), MalformedEnding.Leave);

    private static byte[] Latin1(string text) => Encoding.Latin1.GetBytes(text);

    private string Pick(string[] from) => from[_random.Next(from.Length)];

    private byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        _random.NextBytes(bytes);
        return bytes;
    }
}
