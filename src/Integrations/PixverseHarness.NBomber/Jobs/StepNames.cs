using PixverseHarness.Results.Samples;

namespace PixverseHarness.NBomber.Jobs;

/// <summary>What the steps of a job are called in NBomber's reports.</summary>
internal static class StepNames
{
    /// <summary>Creates the job.</summary>
    public const string Submit = "submit";

    /// <summary>Asks for its state.</summary>
    public const string Poll = "poll";

    /// <summary>Reads its result.</summary>
    public const string Result = "result";

    /// <summary>The name of an operation.</summary>
    public static string Of(RequestOperation operation) => operation switch
    {
        RequestOperation.Submit => Submit,
        RequestOperation.Poll => Poll,
        _ => Result,
    };
}
