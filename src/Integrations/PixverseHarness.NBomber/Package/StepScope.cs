using System.Globalization;
using System.Runtime.ExceptionServices;
using NBomber.Contracts;
using NBomber.CSharp;
using PixverseHarness.Load.Workloads;
using PixverseHarness.NBomber.Jobs;

namespace PixverseHarness.NBomber.Package;

/// <summary>A copy of NBomber's scenario.</summary>
internal sealed class StepScope(IScenarioContext context) : IStepScope
{
    /// <inheritdoc/>
    public async Task<StepAnswer> RunAsync(string name, Func<Task<StepAnswer>> step)
    {
        StepAnswer answer = default;
        Exception? thrown = null;
        await Step.Run(name, context, async () =>
        {
            try
            {
                answer = await step();
                return ToResponse(answer);
            }
            catch (Exception exception)
            {
                // NBomber would keep it to itself.
                thrown = exception;
                return Response.Fail(message: exception.Message);
            }
        });
        if (thrown is not null)
        {
            ExceptionDispatchInfo.Throw(thrown);
        }

        return answer;
    }

    /// <inheritdoc/>
    // To stop the whole test makes NBomber 4 count before the copies in flight have ended; the test is this one scenario.
    public void StopTest(string reason) => context.StopScenario(context.ScenarioInfo.ScenarioName, reason);

    private static Response<object> ToResponse(in StepAnswer answer)
    {
        // NBomber's table leaves out the message of what has no status.
        var status = answer.Status?.ToString(CultureInfo.InvariantCulture) ?? answer.Cause ?? "";
        return answer.Kind is StepAnswerKind.Accepted or StepAnswerKind.Running or StepAnswerKind.Done or StepAnswerKind.Fetched
            ? Response.Ok(statusCode: status)
            : Response.Fail(statusCode: status, message: answer.Cause ?? "");
    }
}
