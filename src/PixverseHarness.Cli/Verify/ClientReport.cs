using System.Globalization;
using PixverseHarness.Contract.Clauses;
using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Findings;
using PixverseHarness.Verification.Clients;

namespace PixverseHarness.Cli.Verify;

/// <summary>Writes down, as a run document, what a program's requests showed: one line a rule, one finding a place where it is broken.</summary>
internal static class ClientReport
{
    private const string Area = "client rules";
    private const string OutputFolder = "/generations/";
    private const int ShortestId = 32;

    private static readonly ClientRule[] OfReads = [ClientRules.NoBody, ClientRules.GivenId];

    private static readonly ClientRule[] OfPosts =
    [
        ClientRules.KeyInBody, ClientRules.ContentType, ClientRules.JsonBody, ClientRules.MissingParameter, ClientRules.ParameterType,
        ClientRules.ParameterValue, ClientRules.ParameterRules, ClientRules.UnknownMember, ClientRules.DuplicateMember,
    ];

    /// <summary>The document of a run.</summary>
    /// <param name="command">The program.</param>
    /// <param name="profile">Name of the profile.</param>
    /// <param name="seed">Seed of the twin that it met.</param>
    /// <param name="requests">Requests that it sent.</param>
    /// <param name="violations">What is wrong with them.</param>
    /// <param name="pinned">How they compare with those of before; null when that was not asked for.</param>
    public static RunDocument Of(
        string command,
        string profile,
        ulong seed,
        IReadOnlyCollection<ClientRequest> requests,
        IReadOnlyCollection<ClientViolation> violations,
        SnapshotResult? pinned = null) => RunDocument.Conclude(
        SuiteRecord.Header("client", $"{command} against the {profile} profile", seed),
        [
            .. violations.GroupBy(violation => (violation.Rule, Where: General(violation.Where))).Select(group => Finding(group.Key.Where, [.. group])),
            .. SnapshotRecord.Findings(pinned, FindingClass.ClientWrong),
        ],
        new VerificationDocument
        {
            Profile = profile,
            Requests = requests.Count,
            Clauses =
            [
                .. ClientRules.All.Select(rule => Rule(rule, requests, violations.Any(violation => violation.Rule == rule))),
                .. SnapshotRecord.Clauses(pinned),
            ],
        });

    private static ClauseDocument Rule(ClientRule rule, IReadOnlyCollection<ClientRequest> requests, bool isBroken)
    {
        var looks = requests.Count(request => Concerns(rule, request));
        return new ClauseDocument
        {
            Id = rule.Id,
            Area = Area,
            Sentence = rule.Sentence,
            Source = $"{rule.Clause}, {rule.Evidence}",
            Verdict = isBroken ? ClauseVerdict.Violated : looks > 0 ? ClauseVerdict.Held : ClauseVerdict.NotChecked,
            Looks = looks,
            Reason = isBroken || looks > 0 ? null : "the program sent no such request",
        };
    }

    private static bool Concerns(ClientRule rule, ClientRequest request) =>
        OfPosts.Contains(rule) ? request.Method == "POST"
        : OfReads.Contains(rule) ? request.Method == "GET"
        : rule != ClientRules.KeyAtOutput || request.Target.Contains(OutputFolder, StringComparison.Ordinal);

    private static Finding Finding(string where, ClientViolation[] violations)
    {
        var (rule, times) = (violations[0].Rule, violations.Length);
        var often = times == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $", and in {times - 1} more");
        return new Finding
        {
            Id = $"client/{rule.Id}/{where}",
            Clause = rule.Id,
            Severity = FindingSeverity.Error,
            Class = FindingClass.ClientWrong,
            Message = rule.Sentence,
            Where = where,
            Expected = $"{ClauseCatalogue.Find(rule.Clause)?.Sentence} ({rule.Clause})",
            Seen = string.Create(CultureInfo.InvariantCulture, $"{violations[0].Seen} (in request {violations[0].Request}{often})"),
        };
    }

    // Ids of one run have no place in the id of a finding.
    private static string General(string where) => string.Join('/', where.Split('/').Select(part =>
    {
        var word = part.Split(' ')[0];
        return word.Length >= ShortestId ? string.Concat("{id}", part.AsSpan(word.Length)) : part;
    }));
}
