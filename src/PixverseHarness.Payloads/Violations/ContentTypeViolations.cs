using PixverseHarness.Payloads.Cases;

namespace PixverseHarness.Payloads.Violations;

/// <summary>Valid bodies under a Content-Type that the API does not take: 406 (section 4).</summary>
internal static class ContentTypeViolations
{
    private static readonly string[] Wrong =
    [
        "text/plain", "text/plain; charset=utf-8", "text/json", "text/html", "application/x-www-form-urlencoded", "application/xml",
        "application/octet-stream", "application/x-json", "application/jsonl", "application/problem+json", "application/vnd.api+json",
        "multipart/mixed; boundary=x", "image/png", "json", "*/*",
    ];

    public static IEnumerable<PayloadCase> All() =>
    [
        Case(ViolationFamily.MissingContentType, "absent", contentType: null),
        .. Wrong.Select(type => Case(ViolationFamily.WrongContentType, type, type)),
    ];

    private static PayloadCase Case(string family, string name, string? contentType) =>
        new(new PayloadLabel(family, PayloadLabel.ContentType, name, Standing.Invalid), BodyDraft.ToUtf8) { ContentType = contentType };
}
