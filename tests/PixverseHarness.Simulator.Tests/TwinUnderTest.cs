using System.Text;
using System.Text.Json;
using PixverseHarness.Simulator.Protocol;
using PixverseHarness.TestKit;

namespace PixverseHarness.Simulator.Tests;

/// <summary>A twin on a moved clock, and short ways to call its core.</summary>
internal sealed class TwinUnderTest
{
    public const string Key = "SG_0123456789abcdef";
    public const string Origin = "http://twin.test";
    private const string ValidBody = """{"prompt":"PROMPT","aspect_ratio":"16:9","duration":5,"motion_mode":"normal","quality":"540p"}""";

    public TwinUnderTest(TwinOptions? options = null)
    {
        Core = new TwinCore(options ?? new TwinOptions(), Clock);
    }

    public MovedClock Clock { get; } = new();

    public TwinCore Core { get; }

    public static string Body(string prompt = "a red fox") => ValidBody.Replace("PROMPT", prompt, StringComparison.Ordinal);

    public TwinAnswer Submit(string prompt = "a red fox", string? key = Key, string session = "") => Post("/v2/pixverse-text2video", Body(prompt), key, session: session);

    public string SubmitId(string prompt = "a red fox", string? key = Key, string session = "") =>
        Json(Submit(prompt, key, session)).GetProperty("request_id").GetString()!;

    public TwinAnswer Post(string path, string body, string? key = Key, string? contentType = "application/json", string session = "", string? prefer = null) => Core.Handle(new TwinRequest
    {
        Method = "POST",
        Path = Prefix(session) + path,
        Origin = Origin,
        ApiKey = key,
        ContentType = contentType,
        Prefer = prefer,
        Body = Encoding.UTF8.GetBytes(body),
    });

    public TwinAnswer Get(string path, string? key = Key, string session = "", string? prefer = null) => Core.Handle(new TwinRequest
    {
        Method = "GET",
        Path = Prefix(session) + path.Split('?')[0],
        Query = path.Contains('?') ? path.Split('?')[1] : "",
        Origin = Origin,
        ApiKey = key,
        Prefer = prefer,
    });

    public TwinAnswer Status(string id, string? key = Key, string session = "") => Get($"/v2/requests/{id}/status", key, session);

    public TwinAnswer Result(string id, string? key = Key, string session = "") => Get($"/v2/requests/{id}", key, session);

    public static TwinResponse Plain(TwinAnswer answer) => answer.Plain ?? throw new InvalidOperationException($"The answer is a script: {string.Join(", ", answer.Steps)}");

    public static int StatusOf(TwinAnswer answer) => Plain(answer).Status;

    public static JsonElement Json(TwinAnswer answer) => JsonDocument.Parse(Plain(answer).Body).RootElement;

    public static string Text(TwinAnswer answer) => Encoding.UTF8.GetString(Plain(answer).Body.Span);

    public static string? Header(TwinAnswer answer, string name) => Plain(answer).Headers.FirstOrDefault(h => h.Key == name).Value;

    private static string Prefix(string session) => session.Length == 0 ? "" : $"/s/{session}";
}
