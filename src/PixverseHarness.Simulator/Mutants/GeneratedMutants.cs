using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using PixverseHarness.Contract.Jobs;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.Simulator.Mutants;

/// <summary>Mutants made by rule: every member, every status, every header, every state, each wrong in every way.</summary>
internal static class GeneratedMutants
{
    private static readonly int[] Statuses = [200, 201, 202, 400, 401, 404, 406, 422, 429, 500];
    private static readonly string[] ContentTypes = ["", "text/plain", "text/event-stream"];
    private static readonly string[] SyncHeaders = ["x-cost", "x-generation-time", "x-remaining-credits", "x-request-id", "x-seed-value", Operations.RateLimitResetHeader];

    // What no clause promises cannot be got wrong (sections 6, 7 and 15): changes that leave the twin within its contract.
    private static readonly ImmutableHashSet<string> Allowed =
    [
        "result-completed:/error:missing", "result-completed:/request_id:missing", "status-failed:/metrics/total_time:missing",
        "result-failed:/metrics/total_time:missing",
    ];

    // Bodies of 502 and 504 and the status of the v1 cut-off are open questions.
    private static readonly ImmutableHashSet<string> OpenBodies = ["refused-bad_gateway", "refused-gateway_timeout"];
    private const string OpenStatus = "refused-sync_timeout";

    /// <summary>All of them.</summary>
    public static IEnumerable<Mutant> All() => [.. Members(), .. StatusCodes(), .. ContentTypeHeaders(), .. Headers(), .. States()];

    private static IEnumerable<Mutant> Members() =>
        from situation in Situation.All
        where !OpenBodies.Contains(situation.Name)
        from pointer in situation.Members
        from change in new[] { "missing", "null", "wrong-type", "renamed" }
        let key = $"{situation.Name}:{pointer}:{change}"
        where !Allowed.Contains(key) && key is not "result-completed:/error:null"
        select At(situation, $"member:{situation.Name}:{pointer[1..].Replace('/', '.')}:{change}", $"{pointer} of {situation.Name} is {change}", (r, _) => Change(r, pointer, change), UnderOf(situation, pointer));

    private static IEnumerable<Mutant> StatusCodes() =>
        from situation in Situation.All
        from status in Statuses
        where status != situation.Status && (situation.Name != OpenStatus || status < 400) && !(situation.Name == "refused-insufficient_credits" && status == 402)
        select At(
            situation, string.Create(CultureInfo.InvariantCulture, $"status:{situation.Name}:{status}"),
            string.Create(CultureInfo.InvariantCulture, $"{situation.Name} is answered {status}"), (r, _) => r with { Status = status }, UnderOf(situation, ""));

    private static IEnumerable<Mutant> ContentTypeHeaders() =>
        from situation in Situation.All
        where !OpenBodies.Contains(situation.Name)
        from type in ContentTypes
        let name = type.Length == 0 ? "missing" : type
        select At(situation, $"header:{situation.Name}:content-type:{name}", $"the content type of {situation.Name} is {name}", (r, _) => r with { ContentType = type }, UnderOf(situation, ""));

    private static IEnumerable<Mutant> Headers()
    {
        var sync = Situation.All.First(s => s.Name == "sync");
        foreach (var header in SyncHeaders)
        {
            // A seed that is not named is not promised to a client, yet this model reports one.
            yield return At(sync, $"header:sync:{header}:missing", $"v1 answers without {header}", (r, _) => r.WithoutHeader(header));
            yield return At(sync, $"header:sync:{header}:garbled", $"v1 answers a {header} that means nothing", (r, _) => r.WithoutHeader(header).WithHeader(header, header == "x-request-id" ? "" : "?"));
        }

        var limited = Situation.All.First(s => s.Name == "refused-rate_limited");
        yield return At(limited, "header:refused-rate_limited:reset:missing", "429 without the reset header", (r, _) => r.WithoutHeader(Operations.RateLimitResetHeader));
        yield return At(limited, "header:refused-rate_limited:reset:garbled", "429 with a reset that is no instant", (r, _) =>
            r.WithoutHeader(Operations.RateLimitResetHeader).WithHeader(Operations.RateLimitResetHeader, "soon"));
        foreach (var (situation, header) in new[]
        {
            ("refused-rate_limited", "retry-after"), ("submit", "retry-after"), ("submit", "location"), ("submit", "x-rate-limit-remaining"),
            ("submit", Operations.RateLimitResetHeader), ("sync", "retry-after"), ("sync", "x-rate-limit-remaining"), ("sync", "x-credits-consumed"),
        })
        {
            yield return At(
                Situation.All.First(s => s.Name == situation), $"header:{situation}:{header}:added", $"{situation} has the header {header}", (r, _) => r.WithHeader(header, "7"));
        }
    }

    private static IEnumerable<Mutant> States() =>
        from operation in new[] { ApiOperation.GetStatus, ApiOperation.GetResult }
        from state in Enum.GetValues<JobState>()
        from shown in Enum.GetValues<JobState>()
        where shown != state
        let call = Operations.Get(operation).Name
        select new Mutant
        {
            Id = $"state:{call}:{state.ToWire()}:{shown.ToWire()}".ToLowerInvariant(),
            Summary = $"{call} says {shown.ToWire()} of a job that is {state.ToWire()}",
            Say = (r, s) => s.Is(operation, state) ? r.With("/status", shown.ToWire()) : r,
        };

    private static Mutant At(
        Situation situation, string id, string summary, Func<TwinResponse, MutantScope, TwinResponse> change, string? under = null) => new()
    {
        Id = id,
        Summary = summary,
        Under = under,
        Say = (response, scope) => situation.Is(scope, response) ? change(response, scope) : response,
    };

    private static string? UnderOf(Situation situation, string pointer) => situation.Name switch
    {
        "status-failed" or "result-failed" when pointer == "/request_id" => "failed-body-id=yes",
        "refused-parameter_value_rejected" => "rejected-value=not-acceptable",
        "refused-invalid_parameter" or "refused-missing_parameter" => "validation=early",
        _ => null,
    };

    private static TwinResponse Change(TwinResponse response, string pointer, string change) => change switch
    {
        "missing" => response.Without(pointer),
        "null" => response.With(pointer, null),
        "renamed" => response.Renamed(pointer, pointer[(pointer.LastIndexOf('/') + 1)..] + "_x"),
        _ => response.Changed(pointer, static value => value is JsonValue text && text.TryGetValue(out string? _) ? 5 : "five"),
    };

    /// <summary>The same answer without a header.</summary>
    private static TwinResponse WithoutHeader(this TwinResponse response, string name) =>
        response with { Headers = response.Headers.RemoveAll(h => string.Equals(h.Key, name, StringComparison.Ordinal)) };
}
