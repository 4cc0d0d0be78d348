using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Simulator;
using PixverseHarness.Simulator.Hosting.Kestrel;

namespace PixverseHarness.Cli.Repro;

/// <summary>A case, carried out against a twin.</summary>
/// <param name="Case">The case.</param>
/// <param name="Origin">Where the twin listens.</param>
/// <param name="Exchanges">Every exchange, in order.</param>
/// <param name="Final">The request that met the error, with its final path.</param>
/// <param name="Last">What came of it.</param>
/// <param name="Billed">What the twin's books say of money.</param>
internal sealed record ReproRun(ReproCase Case, Uri Origin, ImmutableArray<ShownExchange> Exchanges, ReproRequest Final, WireExchange Last, string Billed)
{
    /// <summary>Whether it went as the contract and the profile say.</summary>
    public bool IsAsExpected => Last.Status == Case.Status && Last.End == Case.End;

    /// <summary>Carries a case out.</summary>
    public static async Task<ReproRun> PlayAsync(ReproCase repro, PixverseTwin twin, TimeProvider clock, CancellationToken cancellationToken)
    {
        var shown = ImmutableArray.CreateBuilder<ShownExchange>();
        var (id, before) = ("", (string?)null);
        var (final, last) = (repro.Last, (WireExchange?)null);
        foreach (var step in repro.Steps)
        {
            if (step is ReproStep.Pass pass)
            {
                twin.Advance(pass.By);
                before = pass.Why;
                continue;
            }

            var request = ((ReproStep.Send)step).Request;
            final = request with { Path = request.Path.Replace("{id}", id, StringComparison.Ordinal) };
            last = await WireCall.SendAsync(twin.Origin, final, clock, cancellationToken);
            shown.Add(ShownExchange.Of(last, before, final));
            id = IdIn(last) ?? id;
            before = null;
        }

        return new ReproRun(repro, twin.Origin, shown.ToImmutable(), final, last!, Books(twin.Core));
    }

    private static string? IdIn(WireExchange exchange)
    {
        if (exchange is not { Status: 200, End: WireEnd.Complete })
        {
            return null;
        }

        try
        {
            using var body = JsonDocument.Parse(exchange.Body);
            return body.RootElement.TryGetProperty("request_id", out var id) ? id.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // The last entry of the journal is the request that met the error; its own job is what it may cost.
    private static string Books(TwinCore core)
    {
        var entry = core.Journal() is { Count: > 0 } entries ? entries[^1] : default;
        if (entry.Job is not { } id)
        {
            return "no: no job came of it";
        }

        var reads = entry.Method == "GET" ? "reading costs nothing; the job: " : "";
        return core.Jobs().FirstOrDefault(j => j.Id == id) switch
        {
            { Failure: not null } or { IsStuck: true } => $"{reads}no, only completed jobs are charged",
            { Price: var price } => $"{reads}yes, ${Dollars(price)} when it completes, polled or not",
            null when core.Ledger().Sum(l => l.Charged.Value) is > 0 and var charged => $"{reads}yes, ${Dollars(new MicroDollars(charged))}, although its record is gone",
            null => "no: no job has this id",
        };
    }

    private static string Dollars(MicroDollars amount) => amount.ToDollars().ToString("0.######", CultureInfo.InvariantCulture);
}
