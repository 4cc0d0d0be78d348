using PixverseHarness.Contract.Operations;

namespace PixverseHarness.WireMock.Stubs;

/// <summary>
/// The life of one job as a WireMock scenario: each status poll moves it on, other reads leave it where it is, and a
/// submit starts it anew.
/// </summary>
/// <param name="name">What becomes of the job.</param>
/// <param name="job">What the twin answered about it.</param>
/// <param name="asks">How a client asks for such a job.</param>
/// <param name="submitPriority">Priority of the submit.</param>
/// <param name="readPriority">Priority of the reads.</param>
internal sealed class JobStubs(string name, RecordedJob job, IReadOnlyList<StubAsk> asks, int submitPriority, int readPriority)
{
    private const int ProcessingPolls = 2;
    private readonly string _scenario = $"pixverse {name}";

    /// <summary>Every stub of the job.</summary>
    public IEnumerable<StubMapping> All()
    {
        // A state for each poll that is answered before the end, and one for the end.
        var polls = job.States
            .SelectMany(s => Enumerable.Range(1, s.Name == "PROCESSING" ? ProcessingPolls : 1).Select(n => (State: s, Name: s.Name == "PROCESSING" ? $"{s.Name} {n}" : s.Name)))
            .ToArray();
        return asks.SelectMany(ask => Submits(ask, [null, .. polls.Select(p => p.Name)], polls[0].Name))
            .Concat(polls.Index().SelectMany(p => Reads(p.Item.State, p.Item.Name, polls[Math.Min(p.Index + 1, polls.Length - 1)].Name)));
    }

    private IEnumerable<StubMapping> Submits(StubAsk ask, IEnumerable<string?> states, string first)
    {
        var submit = Operations.Get(ApiOperation.Submit);
        return states.Select(state => new StubMapping
        {
            Title = $"{job.Submit.Status} submit, {name}, {ask}, {state ?? "at first"}",
            Priority = submitPriority, Method = submit.Method, Path = submit.PathTemplate, Ask = ask,
            Scenario = _scenario, When = state, Then = first, Answer = job.Submit,
        });
    }

    private IEnumerable<StubMapping> Reads(RecordedState state, string here, string next)
    {
        yield return Stub(ApiOperation.GetStatus, state.Status, next);
        yield return Stub(ApiOperation.GetResult, state.Result, here);
        yield return Stub(ApiOperation.GetV1Result, state.V1Result, here);

        StubMapping Stub(ApiOperation operation, Simulator.Protocol.TwinResponse answer, string then) => new()
        {
            Title = $"{answer.Status} {Operations.Get(operation).Name}, {name}, {here}",
            Priority = readPriority, Method = "GET", Path = Operations.Get(operation).PathFor(job.Id),
            Scenario = _scenario, When = here, Then = then, Answer = answer,
        };
    }
}
