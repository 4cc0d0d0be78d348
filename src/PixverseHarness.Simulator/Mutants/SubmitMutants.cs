using System.Collections.Immutable;
using System.Text;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.Simulator.Mutants;

/// <summary>The answer to a submit: ids, URLs, speed.</summary>
internal static class SubmitMutants
{
    public static ImmutableArray<Mutant> All { get; } =
    [
        Url("foreign-status-url", "status_url lies on the vendor's origin", "/status_url", u => u.Replace(OriginOf(u), "https://api.segmind.com", StringComparison.Ordinal)),
        Url("foreign-response-url", "response_url lies on the vendor's origin", "/response_url", u => u.Replace(OriginOf(u), "https://api.segmind.com", StringComparison.Ordinal)),
        Url("foreign-poll-url", "poll_url lies on another port", "/poll_url", u => u.Replace(OriginOf(u), $"{OriginOf(u)}1", StringComparison.Ordinal)),
        Url("relative-status-url", "status_url is relative", "/status_url", u => new Uri(u).AbsolutePath),
        Url("relative-response-url", "response_url is relative", "/response_url", u => new Uri(u).AbsolutePath),
        Url("relative-poll-url", "poll_url is relative", "/poll_url", u => new Uri(u).AbsolutePath),
        Url("swapped-urls", "status_url leads to the result", "/status_url", u => u.Replace("/status", "", StringComparison.Ordinal)),
        Url("status-url-to-nowhere", "status_url has a path of its own", "/status_url", u => u.Replace("/v2/", "/v3/", StringComparison.Ordinal)),
        Url("url-with-query", "poll_url has a query", "/poll_url", u => u + "?format=json"),
        Url("poll-url-v2", "poll_url leads to v2", "/poll_url", u => u.Replace("/v1/", "/v2/", StringComparison.Ordinal)),
        Say("empty-id", "request_id is empty", r => r.With("/request_id", "")),
        Say("strange-id", "request_id has a blank in it", r => r.Changed("/request_id", v => $"{v} {v}")),
        Say("queue-position", "the answer has queue_position", r => r.With("/queue_position", 3)),
        Say("progress", "the answer has progress", r => r.With("/progress", 0.5)),
        Say("extra-member", "the answer has a member that no page names", r => r.With("/model", "pixverse")),
        new() { Id = "id-in-hex", Summary = "ids are 32 digits although UUIDs are promised", Under = "id-format=uuid", Arrange = o => With(o, p => p with { IdFormat = RequestIdFormat.Hex32 }) },
        new() { Id = "id-as-uuid", Summary = "ids are UUIDs although 32 digits are promised", Under = "id-format=hex32", Arrange = o => With(o, p => p with { IdFormat = RequestIdFormat.Uuid }) },
        new()
        {
            Id = "idempotent-submit", Summary = "a body sent again gets the id of the first job",
            Say = (r, s) => s.Operation == ApiOperation.Submit && r.Status == 200 && s.Attempt > 1 && s.Job is { } job && s.Session.Jobs.Live.MinBy(j => j.SubmittedAt) is { } first
                ? r with { Body = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(r.Body.Span).Replace(job.Id, first.Id, StringComparison.Ordinal)) }
                : r,
        },
        new()
        {
            Id = "slow-submit", Summary = "a submit waits thirty seconds for a worker",
            Play = (a, s) => s.Operation == ApiOperation.Submit ? a.After(new TwinStep.Wait(TimeSpan.FromSeconds(30))) : a,
        },
        new()
        {
            Id = "refused-with-id", Summary = "a submit that the balance does not cover answers an id",
            Say = (r, s) => s.Operation == ApiOperation.Submit && s.Cause == Contract.Errors.ErrorCauses.InsufficientCredits ? r.With("/request_id", "a1") : r,
        },
    ];

    private static string OriginOf(string url) => new Uri(url).GetLeftPart(UriPartial.Authority);

    private static TwinOptions With(TwinOptions options, Func<ApiProfile, ApiProfile> change) => options with { Profile = change(options.Profile) };

    private static Mutant Url(string id, string summary, string pointer, Func<string, string> change) =>
        Say(id, summary, r => r.Changed(pointer, v => change(v!.GetValue<string>())));

    private static Mutant Say(string id, string summary, Func<TwinResponse, TwinResponse> change) =>
        new() { Id = id, Summary = summary, Say = (r, s) => s.Operation == ApiOperation.Submit && r.Status == 200 ? change(r) : r };
}
