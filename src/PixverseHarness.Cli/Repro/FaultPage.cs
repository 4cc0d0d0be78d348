using System.Globalization;
using System.Text;
using System.Text.Json;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Simulator.Faults;

namespace PixverseHarness.Cli.Repro;

/// <summary>Writes <c>docs/faults.md</c> from the catalogue; a test holds the committed page against it.</summary>
internal static class FaultPage
{
    private const string Introduction =
        """
        # The fault catalogue

        Whatever can go wrong between a client and the API, by name. Every error cause of the contract is a fault too: see
        [handling every error](handling-every-error.md). A new one takes three files: [how to add a fault](add-a-fault.md).

        ## Five ways to make a fault happen

        - In the prompt, for a client that cannot be changed: `[[lost_answer]]`, `[[latency:5s]]`, `[[bad_gateway@status*2]]`.
        - In a scenario file: `pixverse simulate --scenario scenarios/faults/flaky-polls.json`; `--explain` prints the plan.
        - In a test: `twin.Inject("bad_gateway@status*2")`, or a `FaultRule` with every condition.
        - On a running twin: `curl -X POST http://127.0.0.1:8787/__admin/faults -d '{"fault":"bad_gateway@status*2"}'`;
          `GET` lists them with how often each took part, `DELETE` takes them all away.
        - By name, with everything explained: `pixverse repro lost_answer`.

        ## What a rule meets

        Every condition that is set must hold: `operations`, `keys`, `sessions`, `states` of the job, `firstAttempt` and
        `lastAttempt` (with `"lastAttempt": 2`, two failures are followed by success), a window `from` `until`, and a share
        `probability`, which `rampTo` lets grow or shrink over the window. Several rules compose: the first that answers
        instead of the API does so, all that delay or change an answer do so in order, and all that change the fate of a new
        job do so at its submit. Durations and windows are those of the real API; `--pace` shortens them with everything else.

        An attempt is the how-manieth POST of the same body with the same key, or the how-manieth read of the same job.
        Chance follows from seed, session, logical request, attempt and rule, and from nothing else: the same seed and the
        same requests meet the same faults, whoever sends them and in whatever order. The journal names the rules that took
        part in an answer; a rule that met nothing in a whole run is named at its end.

        ## The faults

        | name | what it does | settings | without `operations` it concerns |
        |---|---|---|---|

        """;

    /// <summary>The page, in Markdown.</summary>
    public static string Text()
    {
        var page = new StringBuilder(Introduction);
        foreach (var kind in FaultCatalogue.Kinds)
        {
            var concerns = kind.Concerns.IsEmpty ? "every call" : string.Join(", ", kind.Concerns.Select(o => Operations.Get(o).Name));
            page.Append(CultureInfo.InvariantCulture, $"| `{kind.Name}` | {kind.Summary} | {Settings(kind)} | {concerns} |\n");
        }

        return page.ToString();
    }

    private static string Settings(FaultKind kind)
    {
        var settings = Enum.GetValues<FaultSetting>().Where(s => s != FaultSetting.None && kind.Takes.HasFlag(s))
            .Select(s => $"`{JsonNamingPolicy.CamelCase.ConvertName(s.ToString())}`{(kind.Needs.HasFlag(s) ? " (needed)" : "")}");
        return string.Join(", ", settings);
    }
}
