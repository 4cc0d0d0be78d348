using System.Globalization;
using System.Text.Json;
using PixverseHarness.Cli.CommandLine;

namespace PixverseHarness.Cli.Verify;

/// <summary><c>pixverse verify --self-test</c>: runs it, and writes it down.</summary>
internal sealed class SelfTestRun(VerbContext context)
{
    private const int MostClauses = 4;
    private static readonly TimeSpan Stride = TimeSpan.FromSeconds(10);

    /// <summary>Runs it.</summary>
    public async Task<int> RunAsync(bool isQuick, CancellationToken cancellationToken)
    {
        var start = context.Edges.Clock.GetTimestamp();
        var told = start;
        var gate = new Lock();
        var result = await new SelfTest(context.Seed).RunAsync(isQuick, Progress, cancellationToken);
        if (context.IsJson)
        {
            var document = new SelfTestDocument(
                1, context.Seed, result.Killed, result.Mutants.Length, result.CleanRuns, result.FalseAlarms, result.UnprovenClauses, result.Mutants);
            context.Output.WriteLine(JsonSerializer.Serialize(document, CliJson.Readable.SelfTestDocument));
        }
        else
        {
            Write(result, context.Edges.Clock.GetElapsedTime(start));
        }

        return result.IsProof ? ExitCodes.Ok : ExitCodes.Findings;

        void Progress(int done, int total)
        {
            lock (gate)
            {
                if (context.Edges.Clock.GetElapsedTime(told) >= Stride)
                {
                    told = context.Edges.Clock.GetTimestamp();
                    context.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done} of {total} runs done"));
                }
            }
        }
    }

    private void Write(SelfTestResult result, TimeSpan time)
    {
        var output = context.Output;
        var widest = result.Mutants.Max(m => m.Id.Length);
        foreach (var mutant in result.Mutants.OrderBy(m => m.IsKilled))
        {
            var clauses = string.Join(", ", mutant.Clauses.Take(MostClauses)) + (mutant.Clauses.Length > MostClauses ? $", +{mutant.Clauses.Length - MostClauses}" : "");
            output.WriteLine(mutant.IsKilled ? $"killed    {mutant.Id.PadRight(widest)}  {clauses}" : $"SURVIVED  {mutant.Id.PadRight(widest)}  {mutant.Summary}");
        }

        foreach (var alarm in result.FalseAlarms)
        {
            output.WriteLine($"FALSE ALARM  {alarm}");
        }

        foreach (var clause in result.UnprovenClauses)
        {
            output.WriteLine($"UNPROVEN  {clause}: no mutant violates it");
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"mutants killed: {result.Killed}/{result.Mutants.Length} ({100.0 * result.Killed / result.Mutants.Length:0.#} %); false alarms: {result.FalseAlarms.Length} in {result.CleanRuns} runs of the right twin; clauses unproven: {result.UnprovenClauses.Length}; seed {context.Seed}; {time.TotalSeconds:0.0} s"));
    }
}
