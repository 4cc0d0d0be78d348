using PixverseHarness.Contract.Operations;
using PixverseHarness.Simulator.Jobs;
using PixverseHarness.Simulator.Protocol;
using PixverseHarness.Simulator.Sessions;

namespace PixverseHarness.Simulator.Journal;

/// <summary>What a request was about, as the journal keeps it; made before the session's lock is taken.</summary>
/// <param name="Path">Path without the session prefix, redacted; null when it follows from operation and number.</param>
/// <param name="Number">The id in the path, when it is one in the session's format; else null.</param>
/// <param name="HidesIds">Whether ids are kept as redacted text, because the key could stand inside one.</param>
internal readonly record struct JournalSubject(string? Path, UInt128? Number, bool HidesIds)
{
    private const int ShortestSecret = 4;

    /// <summary>Looks at a request.</summary>
    public static JournalSubject Of(TwinSession session, TwinRequest request, Route route, string? key)
    {
        var prefix = Route.PrefixOf(session.Name).Length;
        if (route.Kind != RouteKind.Operation)
        {
            return new JournalSubject(Redaction.Text(request.Path[prefix..], key), null, false);
        }

        var template = Operations.Get(route.Operation).PathTemplate;
        if (route.Id.Length == 0)
        {
            return new JournalSubject(Redaction.Text(template, key), null, CanStandInAnId(key));
        }

        var number = RequestIds.Parse(route.Id, session.Options.Profile.IdFormat);
        var isPlain = number is not null && request.Path.Length - prefix == template.Length - "{id}".Length + route.Id.Length;
        return isPlain && !(key is { Length: >= ShortestSecret } && request.Path.Contains(key, StringComparison.Ordinal))
            ? new JournalSubject(null, number, false)
            : new JournalSubject(Redaction.Text(request.Path[prefix..], key), number, CanStandInAnId(key));
    }

    private static bool CanStandInAnId(string? key) =>
        key is { Length: >= ShortestSecret } && !key.AsSpan().ContainsAnyExcept("0123456789abcdef-");
}
