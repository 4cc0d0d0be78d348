using System.Globalization;
using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Findings;

namespace PixverseHarness.Reporting;

/// <summary>What a verification looked at, as every format shows it.</summary>
internal static class Coverage
{
    private const int MostNamed = 4;

    /// <summary>The verdicts in the order in which a reader wants them.</summary>
    public static IReadOnlyList<ClauseVerdict> Verdicts { get; } = Enum.GetValues<ClauseVerdict>();

    /// <summary>The figures that a reader wants first.</summary>
    public static IEnumerable<Fact> Headline(VerificationDocument verification)
    {
        yield return Clauses(verification, ClauseVerdict.Violated, $"of {Figures.Count(verification.Judged())} judged");
        yield return Clauses(verification, ClauseVerdict.Held, $"of {Figures.Count(verification.Clauses.Length)} in all");
        yield return Clauses(verification, ClauseVerdict.Observed, "open questions, which fail nothing");
        yield return Clauses(verification, ClauseVerdict.NotChecked, "on this target, in this run");
        yield return new Fact("requests", Figures.Count(verification.Requests));
    }

    /// <summary>The parts of the contract, in its order.</summary>
    public static IEnumerable<AreaCoverage> ByArea(VerificationDocument verification) =>
        verification.Clauses.GroupBy(clause => clause.Area, StringComparer.Ordinal).Select(group => new AreaCoverage(group.Key, [.. group]));

    /// <summary>Why clauses were not looked at, the most frequent reason first, each with the clauses that it kept away.</summary>
    public static IEnumerable<Fact> Reasons(VerificationDocument verification) => verification.Clauses
        .Where(clause => clause.Verdict is ClauseVerdict.NotChecked or ClauseVerdict.NotCheckable)
        .GroupBy(clause => (clause.Verdict, clause.Reason))
        .OrderBy(group => group.Key.Verdict).ThenByDescending(group => group.Count()).ThenBy(group => group.Key.Reason, StringComparer.Ordinal)
        .Select(group => new Fact(
            Figures.Name(group.Key.Verdict), string.Create(CultureInfo.InvariantCulture, $"{group.Count()} ({Named(group)})"), group.Key.Reason ?? ""));

    /// <summary>What was seen of open questions.</summary>
    public static IEnumerable<Fact> Observations(VerificationDocument verification) =>
        from clause in verification.Clauses
        from observation in clause.Observations
        select new Fact(clause.Id, observation);

    /// <summary>The clause of a finding; null if none covers it or it is not in the document.</summary>
    public static ClauseDocument? Of(RunDocument run, Finding finding) =>
        run.Verification?.Clauses.FirstOrDefault(clause => clause.Id == finding.Clause);

    private static Fact Clauses(VerificationDocument verification, ClauseVerdict verdict, string detail) =>
        new(Figures.Name(verdict), Figures.Count(verification.Count(verdict)), detail);

    private static string Named(IEnumerable<ClauseDocument> clauses)
    {
        var ids = clauses.Select(clause => clause.Id).ToArray();
        return string.Join(", ", ids.Take(MostNamed)) + (ids.Length > MostNamed ? ", ..." : "");
    }
}
