using System.Globalization;
using PixverseHarness.Results.Findings;
using PixverseHarness.Verification.Suite;

namespace PixverseHarness.Cli.Verify;

/// <summary>A result on one screen: what is wrong first, then the counts.</summary>
internal sealed class VerifyText(TextWriter output)
{
    private const int MostInFull = 3;
    private const int MostInBrief = 10;
    private const int MostReasons = 4;
    private const int MostSeen = 60;

    /// <summary>Writes a result.</summary>
    public void Write(SuiteResult result, TimeSpan time)
    {
        var findings = result.Findings;
        foreach (var finding in findings.Take(MostInFull))
        {
            WriteInFull(finding);
        }

        foreach (var finding in findings.Skip(MostInFull).Take(MostInBrief))
        {
            output.WriteLine($"{Mark(finding)} {finding.Clause}  {finding.Where}: {Brief(OneLine(finding.Seen))}");
        }

        if (findings.Length > MostInFull + MostInBrief)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"and {findings.Length - MostInFull - MostInBrief} more: --report html or --output json has them all"));
        }

        foreach (var fault in result.OwnFaults)
        {
            output.WriteLine($"broken check: {fault}");
        }

        WriteNotChecked(result);
        output.WriteLine($"target {result.Target}, profile {result.Profile}, seed {result.Seed}");
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"clauses: {result.Count(ClauseVerdict.Violated)} violated, {result.Count(ClauseVerdict.Held)} held, {result.Count(ClauseVerdict.Observed)} open and observed, {result.Count(ClauseVerdict.NotChecked)} not checked, {result.Count(ClauseVerdict.NotCheckable)} not checkable, {result.Count(ClauseVerdict.OtherProfile)} of other profiles; {result.Requests} requests in {time.TotalSeconds:0.0} s"));
    }

    private void WriteInFull(Finding finding)
    {
        output.WriteLine($"{Mark(finding)} {finding.Clause}  {finding.Message}");
        output.WriteLine($"    at        {finding.Where}");
        output.WriteLine($"    expected  {finding.Expected}");
        output.WriteLine($"    seen      {OneLine(finding.Seen)}");
        output.WriteLine($"    again     {FirstLine(finding.Curl)}");
        output.WriteLine($"    id        {finding.Id}");
    }

    private void WriteNotChecked(SuiteResult result)
    {
        var reasons = result.Clauses.Where(c => c.Verdict == ClauseVerdict.NotChecked).GroupBy(c => c.Reason, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ToArray();
        foreach (var group in reasons.Take(MostReasons))
        {
            var ids = string.Join(", ", group.Take(3).Select(c => c.Clause.Id)) + (group.Count() > 3 ? ", ..." : "");
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"not checked: {group.Count()} ({ids}): {group.Key}"));
        }

        if (reasons.Length > MostReasons)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"not checked: {reasons.Skip(MostReasons).Sum(g => g.Count())} more for other reasons"));
        }
    }

    private static string Brief(string seen) => seen.Length <= MostSeen ? seen : $"{seen[..MostSeen].TrimEnd('.')}...";

    // Control characters of a target's text could move the cursor or fake a line.
    private static string OneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));

    // A form has many lines: they are in the reports, and would push the next finding off the screen.
    private static string FirstLine(string? curl) => curl?.Split('\n', 2) is [var first, _] ? $"{first} ... (the whole command is in the reports)" : curl ?? "";

    private static string Mark(Finding finding) => finding.Severity switch
    {
        FindingSeverity.Error => "VIOLATED",
        FindingSeverity.Warning => "warning ",
        _ => "note    ",
    };
}
