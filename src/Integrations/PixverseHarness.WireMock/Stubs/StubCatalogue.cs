using System.Collections.Immutable;
using System.Text.Json;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Simulator;

namespace PixverseHarness.WireMock.Stubs;

/// <summary>The stubs of a profile, by the file that they go to.</summary>
internal sealed class StubCatalogue(TwinOptions options, TimeProvider time)
{
    private const int Refused = 10;
    private const int Asked = 20;
    private const int Read = 30;
    private const int Ordinary = 40;
    private const int Unknown = 50;

    private static readonly StubAsk Nothing = new();

    /// <summary>Every file's name without its ending, with its stubs in order.</summary>
    public IEnumerable<KeyValuePair<string, ImmutableArray<StubMapping>>> Files()
    {
        yield return new("refusals", [.. Refusals()]);
        yield return new("errors-on-request", [.. Errors()]);
        yield return new("job-completed", [.. new JobStubs("completed", Recorder().Submit(Nothing), [Nothing], Ordinary, Read).All()]);
        foreach (var cause in ErrorCauses.All.Where(c => c.Stage == ErrorStage.Job))
        {
            var asks = StubAsk.For(cause, ApiOperation.Submit).ToArray();
            yield return new($"job-{cause.Name}", [.. new JobStubs(cause.Name, Recorder().Submit(asks[^1]), asks, Asked, Read).All()]);
        }

        yield return new("calls", [.. Calls()]);
    }

    // Refused or unknown without being asked for.
    private IEnumerable<StubMapping> Refusals()
    {
        var twin = Recorder();
        yield return new StubMapping
        {
            Title = "401 without a key", Priority = Refused, Path = "/*", Without = [new(Operations.KeyHeader, "*"), new("Authorization", "*")],
            Answer = twin.Ask("GET", Operations.Get(ApiOperation.GetCredits).PathTemplate, key: null),
        };
        foreach (var post in Operations.All.Where(o => o.CreatesJob))
        {
            yield return new StubMapping
            {
                Title = $"406 for another content type, {post.Name}", Priority = Refused + 1, Method = post.Method, Path = post.PathTemplate,
                Without = [new("Content-Type", "application/json*"), new("Content-Type", "multipart/form-data*")],
                Answer = twin.Ask(post.Method, post.PathTemplate, contentType: "text/plain"),
            };
        }

        foreach (var read in Operations.All.Where(o => o.ReadsJob))
        {
            yield return new StubMapping
            {
                Title = $"404 for an unknown id, {read.Name}", Priority = Unknown, Method = read.Method, Path = PatternOf(read),
                Answer = twin.Ask(read.Operation, Nothing, StubJson.Id),
            };
        }

        foreach (var operation in Operations.All.DistinctBy(o => o.PathTemplate))
        {
            yield return new StubMapping
            {
                Title = $"405 for another method, {operation.Name}", Priority = Unknown + 1, Path = PatternOf(operation),
                Answer = twin.Ask("DELETE", operation.PathFor(StubJson.Id)),
            };
        }

        yield return new StubMapping { Title = "400 for an unknown path", Priority = Unknown + 2, Path = "/*", Answer = twin.Ask("GET", "/nowhere") };
    }

    private IEnumerable<StubMapping> Errors() =>
        from cause in ErrorCauses.All
        from operation in cause.Operations
        where cause.Stage == ErrorStage.Request || operation != ApiOperation.Submit
        let spec = Operations.Get(operation)
        from ask in StubAsk.For(cause, operation)

        // The key of a job that fails belongs to that job's own reads.
        where cause.Stage == ErrorStage.Request || ask.Key is null || spec.CreatesJob
        let answer = Recorder().Ask(operation, ask, StubJson.Id)
        select new StubMapping
        {
            Title = $"{answer.Status} {cause.Name}, {spec.Name}, {ask}",
            Priority = Asked, Method = spec.Method, Path = PatternOf(spec), Ask = ask, Answer = answer,
        };

    // What is answered without a state.
    private IEnumerable<StubMapping> Calls()
    {
        var twin = Recorder();
        var sync = Operations.Get(ApiOperation.GenerateSync);
        var credits = Operations.Get(ApiOperation.GetCredits);
        yield return new StubMapping { Title = "200 generate-sync", Priority = Ordinary, Method = sync.Method, Path = sync.PathTemplate, Answer = twin.Ask(sync.Operation, Nothing) };
        yield return new StubMapping { Title = "200 credits", Priority = Ordinary, Method = credits.Method, Path = credits.PathTemplate, Answer = Recorder().Ask(credits.Operation, Nothing) };

        var video = VideoOf(Recorder().Submit(Nothing));
        yield return new StubMapping { Title = "200 the video", Priority = Refused - 1, Method = "GET", Path = video, Answer = VideoAnswer(video) };
    }

    private Simulator.Protocol.TwinResponse VideoAnswer(string path)
    {
        var twin = Recorder();
        twin.Submit(Nothing);
        return twin.Ask("GET", path, key: null);
    }

    private static string VideoOf(RecordedJob job)
    {
        using var result = JsonDocument.Parse(job.States[^1].Result.Body);
        return Strings(result.RootElement).First(s => s.StartsWith(StubRecorder.Origin, StringComparison.Ordinal) && s.EndsWith(".mp4", StringComparison.Ordinal))[StubRecorder.Origin.Length..];
    }

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(m => Strings(m.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        _ => [],
    };

    internal static string PatternOf(OperationSpec spec) => spec.PathTemplate.Replace("{id}", "*", StringComparison.Ordinal);

    // A fresh twin for each answer: what was asked before must not show.
    private StubRecorder Recorder() => new(new TwinCore(options with { ManualClock = true }, time));
}
