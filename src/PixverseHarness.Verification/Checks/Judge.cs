using System.Collections.Immutable;
using System.Text.Json;
using PixverseHarness.Contract.Clauses;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Results.Findings;
using PixverseHarness.Verification.Conversations;
using PixverseHarness.Verification.Reproduction;
using PixverseHarness.Verification.Targets;

namespace PixverseHarness.Verification.Checks;

/// <summary>
/// Takes down what a check saw, clause by clause. A clause that the profile does not hold is passed over; one that is
/// unknown only collects observations. Used by one check at a time.
/// </summary>
public sealed class Judge
{
    private readonly Dictionary<string, ClauseRecord> _records = new(StringComparer.Ordinal);
    private readonly ApiProfile _profile;
    private readonly TargetKind _kind;

    /// <summary>Opens a record.</summary>
    /// <param name="profile">Which clauses hold.</param>
    /// <param name="kind">Decides who is wrong.</param>
    public Judge(ApiProfile profile, TargetKind kind)
    {
        _profile = profile;
        _kind = kind;
    }

    /// <summary>What was taken down, by clause.</summary>
    internal IReadOnlyDictionary<string, ClauseRecord> Records => _records;

    /// <summary>Whether anything contradicts a clause so far.</summary>
    internal bool HasFindings { get; private set; }

    /// <summary>Takes down one thing that a clause demands of an exchange.</summary>
    /// <param name="clause">Id of the clause.</param>
    /// <param name="exchange">Where it shows.</param>
    /// <param name="part">Which part of the answer: a JSON pointer, a header's name, <c>status</c>, <c>body</c> or <c>time</c>.</param>
    /// <param name="holds">Whether it is as demanded.</param>
    /// <param name="expected">What is demanded, in words.</param>
    /// <param name="seen">What is there, in words.</param>
    /// <returns><paramref name="holds"/>.</returns>
    public bool That(string clause, Exchange exchange, string part, bool holds, string expected, string seen)
    {
        if (Open(clause) is not { } record)
        {
            return holds;
        }

        record.Looks++;
        if (record.Clause.Evidence.Confidence == Confidence.Unknown)
        {
            record.Observe($"{exchange.Request.Place} {part}: {(holds ? "as" : $"{seen}, not as")} in the twin ({expected})");
        }
        else if (!holds)
        {
            HasFindings = true;
            record.Add(Finding(record.Clause, exchange, part, expected, seen, FindingSeverity.Error), exchange);
        }

        return holds;
    }

    /// <summary>Demands a status.</summary>
    public bool Status(string clause, Exchange exchange, int status) =>
        That(clause, exchange, "status", exchange.Status == status, $"status {status}", Texts.Shown(exchange));

    /// <summary>Demands a JSON value of a kind at a pointer.</summary>
    public bool Has(string clause, Exchange exchange, string pointer, JsonValueKind kind)
    {
        var value = exchange.At(pointer);
        return That(clause, exchange, pointer, value?.ValueKind == kind, $"{Article(kind)} at {pointer}", Texts.Shown(value));
    }

    /// <summary>Demands a string that is not empty at a pointer.</summary>
    public bool HasText(string clause, Exchange exchange, string pointer) =>
        That(clause, exchange, pointer, !string.IsNullOrEmpty(exchange.TextAt(pointer)), $"a string at {pointer}", Texts.Shown(exchange.At(pointer)));

    /// <summary>Demands a certain string at a pointer.</summary>
    public bool Text(string clause, Exchange exchange, string pointer, string text) =>
        That(
            clause, exchange, pointer, string.Equals(exchange.TextAt(pointer), text, StringComparison.Ordinal),
            $"\"{Texts.Shortened(text)}\" at {pointer}", Texts.Shown(exchange.At(pointer)));

    /// <summary>Demands a certain number at a pointer.</summary>
    public bool Number(string clause, Exchange exchange, string pointer, decimal number) =>
        That(
            clause, exchange, pointer, exchange.NumberAt(pointer) == number,
            $"{number.ToString(System.Globalization.CultureInfo.InvariantCulture)} at {pointer}", Texts.Shown(exchange.At(pointer)));

    /// <summary>Demands that nothing is at a pointer.</summary>
    public bool Lacks(string clause, Exchange exchange, string pointer) =>
        That(clause, exchange, pointer, exchange.At(pointer) is null, $"nothing at {pointer}", Texts.Shown(exchange.At(pointer)));

    /// <summary>Demands a media type.</summary>
    public bool MediaType(string clause, Exchange exchange, string mediaType) =>
        That(
            clause, exchange, "content-type", string.Equals(exchange.MediaType, mediaType, StringComparison.Ordinal),
            $"content type {mediaType}", exchange.MediaType ?? Texts.Shown(exchange));

    /// <summary>Demands that a header is absent.</summary>
    public bool LacksHeader(string clause, Exchange exchange, string header) =>
        That(clause, exchange, header, exchange.Header(header) is null, $"no header {header}", exchange.Header(header) ?? "none");

    /// <summary>Tells of something that no clause covers; it fails nothing on a target that may add to the contract.</summary>
    public void Undocumented(string clause, Exchange exchange, string part, string seen)
    {
        if (Open(clause) is { } record)
        {
            var severity = _kind == TargetKind.Twin ? FindingSeverity.Error : FindingSeverity.Warning;
            HasFindings |= severity == FindingSeverity.Error;
            record.Looks++;
            record.Add(Finding(record.Clause, exchange, part, "nothing beyond the contract", seen, severity), exchange);
        }
    }

    /// <summary>Says why a clause could not be looked at.</summary>
    public void NotChecked(string clause, string reason) => Open(clause)?.Excuse(reason);

    /// <summary>Says why several clauses could not be looked at.</summary>
    public void NotChecked(ImmutableArray<string> clauses, string reason)
    {
        foreach (var clause in clauses)
        {
            NotChecked(clause, reason);
        }
    }

    /// <summary>Keeps what was seen of an open question.</summary>
    public void Observe(string clause, string seen)
    {
        if (Open(clause) is { } record)
        {
            record.Looks++;
            record.Observe(seen);
        }
    }

    /// <summary>Whether a clause can be found violated here: an open question, and a clause of another profile, cannot.</summary>
    internal bool CanFind(string clause) => Open(clause) is { Clause.Evidence.Confidence: not Confidence.Unknown };

    private ClauseRecord? Open(string id)
    {
        if (_records.TryGetValue(id, out var record))
        {
            return record;
        }

        var clause = ClauseCatalogue.Find(id) ?? throw new ArgumentException($"'{id}' is no clause.", nameof(id));
        if (!clause.HoldsUnder(_profile))
        {
            return null;
        }

        record = new ClauseRecord(clause);
        _records.Add(id, record);
        return record;
    }

    private Finding Finding(Clause clause, Exchange exchange, string part, string expected, string seen, FindingSeverity severity)
    {
        var where = $"{exchange.Request.Place} {part}";
        return new Finding
        {
            Id = FindingId.Of(clause.Id, where),
            Clause = clause.Id,
            Severity = severity,
            Class = Blame(clause, severity),
            Message = clause.Sentence,
            Where = where,
            Expected = Redaction.Of(expected, exchange.Conversation.Scene),
            Seen = Redaction.Of(seen, exchange.Conversation.Scene),
            Curl = CurlLine.Of(exchange),
        };
    }

    private FindingClass Blame(Clause clause, FindingSeverity severity) => (_kind, clause.Evidence.Confidence) switch
    {
        (TargetKind.Twin, _) => FindingClass.TwinWrong,
        _ when severity != FindingSeverity.Error => FindingClass.Undocumented,
        (TargetKind.Implementation, _) => FindingClass.TwinWrong,
        (_, Confidence.Observed) => FindingClass.ApiChanged,
        (_, Confidence.Inferred) => FindingClass.Undocumented,
        _ => FindingClass.DocumentWrong,
    };

    private static string Article(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        _ => $"a {kind.ToString().ToLowerInvariant()}",
    };
}
