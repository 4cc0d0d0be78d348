using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.Simulator.Mutants;

/// <summary>Bodies that are taken although they are wrong, or refused although they are right.</summary>
internal static class BodyMutants
{
    public static ImmutableArray<Mutant> All { get; } =
    [
        Mend("prompt-optional", "a missing prompt is made up", b => b.ContainsKey("prompt"), b => b["prompt"] = "a fox"),
        Mend("empty-prompt-taken", "an empty prompt is made up", b => b["prompt"] is not JsonValue v || !v.TryGetValue(out string? t) || !string.IsNullOrWhiteSpace(t), b => b["prompt"] = "a fox"),
        Mend("ratio-unchecked", "any aspect_ratio is taken", b => IsAllowed(b, "aspect_ratio"), b => b["aspect_ratio"] = "16:9"),
        Mend("duration-unchecked", "any duration is taken", b => b["duration"] is null || IsAllowed(b, "duration"), b => b["duration"] = 5),
        Mend("motion-unchecked", "any motion_mode is taken", b => IsAllowed(b, "motion_mode"), b => b["motion_mode"] = "normal"),
        Mend("quality-unchecked", "any quality is taken", b => IsAllowed(b, "quality"), b => b["quality"] = "540p"),
        Mend("style-unchecked", "any style is taken", b => IsAllowed(b, "style"), b => b.Remove("style")),
        Mend("seed-unchecked", "a seed of any type is taken", b => b["seed"] is not JsonValue v || v.TryGetValue(out long _), b => b.Remove("seed")),
        Mend("negative-prompt-unchecked", "a negative_prompt of any type is taken", b => b["negative_prompt"] is JsonValue v && v.TryGetValue(out string? _), b => b.Remove("negative_prompt")),
        Mend("case-ignored", "values are matched in any case", b => b["quality"] is not JsonValue v || !v.TryGetValue(out string? t) || t == t.ToLowerInvariant(),
            b => b["quality"] = b["quality"]!.GetValue<string>().ToLowerInvariant()),
        Mend("padding-ignored", "white space around values is passed over", b => b["motion_mode"] is not JsonValue v || !v.TryGetValue(out string? t) || t == t.Trim(),
            b => b["motion_mode"] = b["motion_mode"]!.GetValue<string>().Trim()),
        Mend("null-as-absent", "null for quality means its default", b => !b.ContainsKey("quality") || b["quality"] is not null, b => b["quality"] = "540p"),
        Rule("r1-unchecked", "R1 is not enforced", CrossFieldRules.R1, b => b["duration"] = 5),
        Rule("r2-unchecked", "R2 is not enforced", CrossFieldRules.R2, b => b["duration"] = 5),
        Rule("r3-unchecked", "R3 is not enforced", CrossFieldRules.R3, b => b["motion_mode"] = "normal"),
        Spoil("style-null-refused", "a style of null is refused", b => b.ContainsKey("style") && b["style"] is null),
        Spoil("comic-refused", "the style comic is refused", b => Is(b, "style", "comic")),
        Spoil("portrait-refused", "9:16 is refused", b => Is(b, "aspect_ratio", "9:16")),
        Spoil("sharp-refused", "1080p is refused", b => Is(b, "quality", "1080p")),
        Spoil("unicode-refused", "prompts beyond ASCII are refused", b => b["prompt"] is JsonValue v && v.TryGetValue(out string? t) && t.Any(c => c > 127)),
        new()
        {
            Id = "any-content-type", Summary = "every content type is taken for JSON", Hear = (r, s) => IsPost(s) ? With(r, "application/json") : r,
        },
        new()
        {
            Id = "form-refused", Summary = "forms are refused",
            Hear = (r, s) => IsPost(s) && r.ContentType?.StartsWith("multipart/", StringComparison.Ordinal) == true ? With(r, "text/plain") : r,
        },
        new()
        {
            Id = "array-as-object", Summary = "a body that is an array is taken for an empty object",
            Hear = (r, s) => IsPost(s) && r.Body.Span.SequenceEqual("[]"u8) ? With(r, """{"prompt":"a","aspect_ratio":"1:1","duration":5,"motion_mode":"normal","quality":"540p"}"""u8.ToArray()) : r,
        },
        new()
        {
            Id = "malformed-mended", Summary = "a comma before the last brace is passed over",
            Hear = (r, s) => IsPost(s) ? With(r, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(r.Body.Span).Replace(",}", "}", StringComparison.Ordinal))) : r,
        },
        new()
        {
            Id = "defaults-sharp", Summary = "the default quality is 720p", Under = "omitted=default",
            Hear = (r, s) => IsPost(s) && Read(r) is { } b && !b.ContainsKey("quality") ? With(r, Changed(b, o => o["quality"] = "720p")) : r,
        },
    ];

    private static Mutant Mend(string id, string summary, Func<JsonObject, bool> isRight, Action<JsonObject> mend) => new()
    {
        Id = id,
        Summary = summary,
        Hear = (r, s) => IsPost(s) && Read(r) is { } body && !Judge(body, isRight) ? With(r, Changed(body, mend)) : r,
    };

    // Escapes that make no text cannot be looked at: such a body is left to the twin.
    private static bool Judge(JsonObject body, Func<JsonObject, bool> isRight)
    {
        try
        {
            return isRight(body);
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }

    private static Mutant Rule(string id, string summary, CrossFieldRule rule, Action<JsonObject> mend) => Mend(
        id, summary, b => !(Is(b, rule.IfParameter, rule.IfValue) && IsAllowed(b, rule.ThenParameter) && !Is(b, rule.ThenParameter, rule.ThenValue)), mend);

    private static Mutant Spoil(string id, string summary, Func<JsonObject, bool> where) => new()
    {
        Id = id,
        Summary = summary,
        Hear = (r, s) => IsPost(s) && Read(r) is { } body && !Judge(body, b => !where(b)) ? With(r, "{"u8.ToArray()) : r,
    };

    private static bool IsPost(MutantScope scope) => scope.Operation is ApiOperation.Submit or ApiOperation.GenerateSync;

    private static bool Is(JsonObject body, string name, string value) => body[name] is JsonValue v && string.Equals(v.ToString(), value, StringComparison.Ordinal);

    private static bool IsAllowed(JsonObject body, string name) =>
        !body.ContainsKey(name) || ParameterCatalogue.Find(name) is { } spec
            && (body[name] is JsonValue v ? spec.Allowed.Contains(v.ToString()) && (v.GetValueKind() == JsonValueKind.Number) == (spec.Type == ParameterType.Integer) : spec.Nullable);

    private static JsonObject? Read(TwinRequest request)
    {
        try
        {
            // Counting reads the members, so that names that stand twice show here and not later.
            return JsonNode.Parse(request.Body.Span) is JsonObject body && body.Count >= 0 ? body : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static byte[] Changed(JsonObject body, Action<JsonObject> change)
    {
        change(body);
        return Encoding.UTF8.GetBytes(body.ToJsonString());
    }

    private static TwinRequest With(TwinRequest r, byte[] body) => Copy(r, r.ContentType, body);

    private static TwinRequest With(TwinRequest r, string contentType) => Copy(r, contentType, r.Body);

    private static TwinRequest Copy(TwinRequest r, string? contentType, ReadOnlyMemory<byte> body) => new()
    {
        Method = r.Method,
        Path = r.Path,
        Query = r.Query,
        Origin = r.Origin,
        ApiKey = r.ApiKey,
        HasAuthorization = r.HasAuthorization,
        ContentType = contentType,
        Prefer = r.Prefer,
        Body = body,
        BodyTooLarge = r.BodyTooLarge,
    };
}
