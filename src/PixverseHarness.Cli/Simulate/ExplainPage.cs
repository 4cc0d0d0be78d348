using System.Globalization;

namespace PixverseHarness.Cli.Simulate;

/// <summary>Writes the plan of a scenario for people. The same seed writes the same page, so two plans can be compared line by line.</summary>
internal static class ExplainPage
{
    /// <summary>Writes the page.</summary>
    public static void Write(TextWriter output, ExplainDocument document)
    {
        if (document.Purpose is not null)
        {
            output.WriteLine(document.Purpose);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {document.Seed}, profile {document.Profile}"));
        output.WriteLine();
        if (document.Rules.IsEmpty)
        {
            output.WriteLine("No fault rules: whatever goes wrong comes from the twin's own limits.");
            return;
        }

        output.WriteLine("Rules, in order; times count from the start of the twin:");
        var (id, fault) = (document.Rules.Max(r => r.Id.Length), document.Rules.Max(r => r.Fault.Length));
        foreach (var rule in document.Rules)
        {
            output.WriteLine($"  {rule.Id.PadRight(id)}  {rule.Fault.PadRight(fault)}  {rule.Meets}");
        }

        foreach (var plan in document.Plans)
        {
            output.WriteLine();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Attempts 1 to {ExplainedBody.Attempts} of {plan.Body} with key {plan.Key}, and of the reads of its first job:"));
            foreach (var line in plan.Calls.IsEmpty ? ["  none meets a rule"] : plan.ToLines())
            {
                output.WriteLine(line);
            }
        }
    }
}
