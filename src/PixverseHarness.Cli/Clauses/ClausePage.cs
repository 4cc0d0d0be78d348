using System.Globalization;
using System.Text;
using PixverseHarness.Contract.Clauses;
using PixverseHarness.Verification.Checks;
using PixverseHarness.Verification.Suite;

namespace PixverseHarness.Cli.Clauses;

/// <summary>Writes <c>docs/clauses.md</c> from the contract and the checks; a test holds the committed page against it.</summary>
internal static class ClausePage
{
    /// <summary>The page, in Markdown.</summary>
    public static string Render()
    {
        var clauses = ClauseCatalogue.All;
        var page = new StringBuilder(
            """
            # Clauses

            The contract, sentence by sentence: what a client of the API can rely on, and what nobody knows. An id never changes
            its meaning. *Known* says how well a sentence is known and from where; the numbers are sections of the facts sheet that
            the contract was typed from. *Holds* names the profile switch that a sentence depends on (`pixverse verify --help`
            lists them); an empty cell means always. *Checked by* names the checks of `pixverse verify` (`--list` says what they
            cost). An open question is only observed: what is seen of it is reported, and fails nothing.


            """.ReplaceLineEndings("\n"));
        page.Append(Summary(clauses.Select(c => c.Evidence.Confidence).CountBy(c => c).OrderBy(c => c.Key).Select(c => $"{c.Value} {c.Key.ToWord()}"), clauses.Length));
        foreach (var area in clauses.GroupBy(c => c.Area))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {area.Key}\n\n| id | what holds | known | holds | causes | checked by |\n|---|---|---|---|---|---|\n");
            foreach (var clause in area)
            {
                page.Append(CultureInfo.InvariantCulture, $"| {clause.Id} | {Cell(clause.Sentence)} | {Known(clause.Evidence)} | {Code(clause.Profile)} | {Causes(clause)} | {CheckedBy(clause)} |\n");
            }
        }

        return page.ToString();
    }

    private static string Summary(IEnumerable<string> parts, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} clauses: {string.Join(", ", parts)}.\n");

    private static string Known(Evidence evidence) => Cell($"{evidence.Confidence.ToWord()}: {evidence.Source} ({evidence.Section})");

    private static string Causes(Clause clause) => string.Join(", ", clause.Causes.Select(Code));

    private static string CheckedBy(Clause clause)
    {
        if (NotCheckable.ReasonFor(clause.Id) is { } reason)
        {
            return $"nothing: it {Cell(reason)}";
        }

        var checks = CheckCatalogue.All.Where(c => c.Clauses.Contains(clause.Id)).Select(c => Code(c.Name)).ToArray();
        return checks.Length == 0 ? "nothing"
            : clause.Evidence.Confidence == Confidence.Unknown ? $"observed by {string.Join(", ", checks)}"
            : string.Join(", ", checks);
    }

    private static string Code(string? text) => text is null ? "" : $"`{text}`";

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
