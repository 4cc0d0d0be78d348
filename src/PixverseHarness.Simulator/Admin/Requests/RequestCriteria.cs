using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Simulator.Admin.Input;
using PixverseHarness.Simulator.Journal;

namespace PixverseHarness.Simulator.Admin.Requests;

/// <summary>Conditions on requests of the journal; all that are given must hold. The names are WireMock's where it has them.</summary>
internal sealed class RequestCriteria
{
    private const string Redacted = "SG_***";
    private readonly string? _method;
    private readonly string? _path;
    private readonly Regex? _pattern;
    private readonly ApiOperation? _operation;
    private readonly string? _key;
    private readonly string? _job;
    private readonly long? _status;
    private readonly string? _cause;
    private readonly string? _fault;
    private readonly long _after;

    /// <summary>Reads the conditions.</summary>
    /// <exception cref="AdminFault">The pattern is no regular expression.</exception>
    public RequestCriteria(AdminInput input)
    {
        _method = input.Text("method") is { } method && method != "ANY" ? method : null;
        _path = input.Text("urlPath");
        _pattern = input.Text("urlPathPattern") is { } pattern ? Compile(pattern, input.PathOf("urlPathPattern")) : null;
        _operation = input.Text("operation") is { } operation ? Operations.Find(operation)!.Operation : null;
        _key = input.Text("key") is { } key ? (key.StartsWith(Redacted, StringComparison.Ordinal) ? key : Redaction.Key(key)) : null;
        _job = input.Text("job");
        _status = input.Whole("status");
        _cause = input.Text("cause");
        _fault = input.Text("fault");
        _after = input.Whole("after") ?? 0;
    }

    /// <summary>The conditions that there are.</summary>
    public static ImmutableArray<AdminMember> Members { get; } =
    [
        new("method", AdminKind.Text, "HTTP method, or ANY."),
        new("urlPath", AdminKind.Text, "The whole path, without the session's prefix."),
        new("urlPathPattern", AdminKind.Text, "A regular expression for the whole path, without look-around and back-references."),
        new("operation", AdminKind.Text, "Operation of the contract.") { Allowed = [.. Operations.All.Select(o => o.Name)] },
        new("key", AdminKind.Text, "Key, as the journal shows it."),
        new("job", AdminKind.Text, "Id of the job that was created or read."),
        new("status", AdminKind.Whole, "Status that was answered; 0 when the connection was ended without one.") { Most = 599 },
        new("cause", AdminKind.Text, "Name of the error cause."),
        new("fault", AdminKind.Text, "Id of a fault rule that took part."),
        new("after", AdminKind.Whole, "Number of a request: only later ones are looked at.") { Most = long.MaxValue },
    ];

    /// <summary>Whether a request meets the conditions.</summary>
    public bool Meets(JournalEntry entry) =>
        entry.Number > _after
        && Is(_method, entry.Method)
        && Is(_path, entry.Path)
        && (_pattern is null || _pattern.IsMatch(entry.Path))
        && (_operation is null || entry.Operation == _operation)
        && Is(_key, entry.Key)
        && Is(_job, entry.Job)
        && (_status is null || entry.Status == _status)
        && Is(_cause, entry.Cause)
        && (_fault is null || (entry.Faults?.Split(',').Contains(_fault, StringComparer.Ordinal) ?? false));

    private static bool Is(string? wanted, string? given) => wanted is null || string.Equals(wanted, given, StringComparison.Ordinal);

    private static Regex Compile(string pattern, string path)
    {
        try
        {
            return new Regex($@"\A(?:{pattern})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception refused) when (refused is ArgumentException or NotSupportedException)
        {
            throw new AdminFault(400, $"'urlPathPattern' is no regular expression that can be used: {refused.Message.TrimEnd('.')}") { Path = path, Value = pattern };
        }
    }
}
