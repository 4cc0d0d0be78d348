using System.Text;
using System.Text.Json;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Simulator;
using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.WireMock.Stubs;

/// <summary>Asks a twin, so that a stub answers what the twin answers.</summary>
internal sealed class StubRecorder(TwinCore core)
{
    /// <summary>Stands in the answers for the origin that the client will have used.</summary>
    public const string Origin = "http://origin.invalid";

    /// <summary>An ordinary key.</summary>
    public const string Key = "SG_0000000000000001";

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>The body of a submit.</summary>
    public static string Body(string? tag) =>
        $$"""{"prompt":"a red fox runs through snow{{(tag is null ? "" : $" {tag}")}}","aspect_ratio":"16:9","duration":5,"motion_mode":"normal","quality":"540p"}""";

    /// <summary>The answer of an operation, awaited on the twin's own clock where it takes time.</summary>
    public TwinResponse Ask(ApiOperation operation, StubAsk ask, string id = "")
    {
        var spec = Operations.Get(operation);
        return Complete(core.Handle(new TwinRequest
        {
            Method = spec.Method,
            Path = spec.PathFor(id),
            Origin = Origin,
            ApiKey = ask.Key ?? Key,
            Prefer = ask.Prefer,
            ContentType = spec.CreatesJob ? "application/json" : null,
            Body = spec.CreatesJob ? Encoding.UTF8.GetBytes(Body(ask.Tag)) : default,
        }));
    }

    /// <summary>The answer to a request that is none of the operations.</summary>
    public TwinResponse Ask(string method, string path, string? key = Key, string? contentType = null) => Complete(core.Handle(new TwinRequest
    {
        Method = method,
        Path = path,
        Origin = Origin,
        ApiKey = key,
        ContentType = contentType,
        Body = method == "POST" ? Encoding.UTF8.GetBytes(Body(tag: null)) : default,
    }));

    /// <summary>Submits a job and keeps what its three reads answer in each state that it goes through.</summary>
    public RecordedJob Submit(StubAsk ask)
    {
        var submit = Ask(ApiOperation.Submit, ask);
        var id = Member(submit, "request_id");
        var reader = new StubAsk(Key: ask.Key);
        var states = new List<RecordedState>();
        for (var time = TimeSpan.Zero; time < Longest && states.LastOrDefault()?.Name is not ("COMPLETED" or "FAILED"); time += Step)
        {
            var status = Ask(ApiOperation.GetStatus, reader, id);
            var name = Member(status, "status");
            if (states.LastOrDefault()?.Name != name)
            {
                states.Add(new RecordedState(name, status, Ask(ApiOperation.GetResult, reader, id), Ask(ApiOperation.GetV1Result, reader, id)));
            }

            core.Clock.Advance(Step);
        }

        return new RecordedJob(id, submit, [.. states]);
    }

    private TwinResponse Complete(TwinAnswer answer)
    {
        while (answer.Steps[^1] is TwinStep.Hold hold)
        {
            core.Clock.AdvanceTo(hold.Until);
            answer = hold.Resume();
        }

        return answer.Plain ?? throw new InvalidOperationException($"A stub cannot answer {answer.Steps[^1]}.");
    }

    private static string Member(TwinResponse answer, string name)
    {
        using var json = JsonDocument.Parse(answer.Body);
        return json.RootElement.GetProperty(name).GetString()!;
    }
}
