using System.Text.Json;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Payloads.Cases;

namespace PixverseHarness.Payloads.Violations;

/// <summary>Members that should not be there. No source says what the API does with them, so a switch of the profile decides (section 15).</summary>
internal static class MemberViolations
{
    // What clients are known to send along: the SDK forwards its own timeout and interval (section 4), others a model.
    private static readonly (string Name, string Raw)[] Strangers =
    [
        ("model", "\"v3.5\""), ("timeout", "900"), ("interval", "2.0"), ("webhook", "\"https://example.com/hook\""),
        ("steps", "[30]"), ("__proto__", "{\"quality\":\"360p\"}"), ("", "null"),
    ];

    public static IEnumerable<PayloadCase> All() => [.. LookAlikes(), .. Unrelated(), .. Duplicates()];

    private static IEnumerable<PayloadCase> LookAlikes() =>
        from spec in ParameterCatalogue.All
        from name in new[] { JsonNamingPolicy.CamelCase.ConvertName(Pascal(spec.Name)), Pascal(spec.Name), spec.Name + " " }
        where name != spec.Name
        select Unknown(spec.Name, name == spec.Name + " " ? "trailing-space" : name, name, "\"x\"");

    private static IEnumerable<PayloadCase> Unrelated() =>
        Strangers.Select(s => Unknown(PayloadLabel.Body, s.Name.Length == 0 ? "empty-name" : s.Name, s.Name, s.Raw));

    private static PayloadCase Unknown(string parameter, string name, string member, string raw)
    {
        var label = new PayloadLabel(ViolationFamily.UnknownMember, parameter, name, Standing.Unknown)
        {
            Fault = ParameterFaultKind.UnknownMember,
            Member = member,
        };
        return new PayloadCase(label, request => BodyDraft.Of(request).Append(BodyDraft.Quote(member), raw).ToUtf8());
    }

    private static IEnumerable<PayloadCase> Duplicates() => ParameterCatalogue.All.SelectMany(spec => new[]
    {
        Duplicate(spec, "same-value", (draft, raw) => draft.Append(BodyDraft.Quote(spec.Name), raw)),
        Duplicate(spec, "bad-first", (draft, raw) => draft.With(spec.Name, "[\"not\",\"me\"]").Append(BodyDraft.Quote(spec.Name), raw)),
        Duplicate(spec, "escaped-name", (draft, raw) => draft.Append($"\"\\u{(int)spec.Name[0]:x4}{spec.Name[1..]}\"", raw)),
    });

    private static PayloadCase Duplicate(ParameterSpec spec, string name, Func<BodyDraft, string, BodyDraft> repeat)
    {
        var label = new PayloadLabel(ViolationFamily.DuplicateMember, spec.Name, name, Standing.Unknown)
        {
            Fault = ParameterFaultKind.DuplicateMember,
        };
        return new PayloadCase(label, request =>
        {
            var draft = BodyDraft.Of(request);
            var raw = draft.RawOf(spec.Name) ?? Sample(spec);
            return repeat(draft.With(spec.Name, raw), raw).ToUtf8();
        });
    }

    private static string Sample(ParameterSpec spec) => spec switch
    {
        { Type: ParameterType.Integer } => "56698",
        { IsEnum: true } => BodyDraft.Quote(spec.Allowed[0]),
        _ => "\"no sudden movements\"",
    };

    private static string Pascal(string name) =>
        string.Concat(name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
