using System.Globalization;
using NBomber.Contracts;
using NBomber.CSharp;
using PixverseHarness.Client;
using PixverseHarness.Contract.Jobs;
using PixverseHarness.Contract.Parameters;

// Ten seconds of one job a second: submitted, polled twice a second, and its result read.
var target = Environment.GetEnvironmentVariable("PIXVERSE_TARGET") ?? "http://127.0.0.1:8787";
var key = Environment.GetEnvironmentVariable("SEGMIND_API_KEY") ?? "SG_0000000000000001";
using var client = PixverseClient.Create(key, TimeProvider.System, new Uri(target));

var scenario = Scenario
    .Create("pixverse", async context =>
    {
        var submitted = await Step.Run("submit", context, async () =>
            Answer(await client.SubmitAsync(new VideoRequest { Prompt = "A fox crosses a frozen lake at dawn" })));
        if (submitted.IsError)
        {
            return submitted;
        }

        var job = submitted.Payload.Value;
        for (var state = JobState.Queued; state is not (JobState.Completed or JobState.Failed);)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500));
            var polled = await Step.Run("poll", context, async () => Answer(await client.GetStatusAsync(job)));
            if (polled.IsError)
            {
                return polled;
            }

            state = polled.Payload.Value.State;
        }

        return await Step.Run("result", context, async () => Answer(await client.GetResultAsync(job)));
    })
    .WithoutWarmUp()
    .WithRestartIterationOnFail(false)
    .WithLoadSimulations(
        Simulation.Inject(rate: 1, interval: TimeSpan.FromSeconds(1), during: TimeSpan.FromSeconds(10)),
        Simulation.Pause(TimeSpan.FromSeconds(1)));

var stats = NBomberRunner.RegisterScenarios(scenario).WithReportFolder("reports/runs/nbomber-sample").Run();
return stats.ScenarioStats[0].Ok.Request.Count > 0 ? 0 : 1;

// The status of the API is the status of the step: a FAILED job is a 422, an expired one a 404, a rate limit a 429.
static Response<T> Answer<T>(StepOutcome<T> outcome)
{
    var status = outcome.Exchange.StatusCode?.ToString(CultureInfo.InvariantCulture) ?? "";
    return outcome.TryGetValue(out var value)
        ? Response.Ok(value, statusCode: status)
        : Response.Fail<T>(statusCode: status, message: outcome.Kind.ToString());
}
