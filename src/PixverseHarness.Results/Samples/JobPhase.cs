using System.Text.Json.Serialization;

namespace PixverseHarness.Results.Samples;

/// <summary>
/// The parts of a job's life. What the service states about a part and what the client observed of it are kept apart:
/// see <see cref="JobSample"/>.
/// </summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<JobPhase>))]
public enum JobPhase
{
    /// <summary>From the intended submit instant to the end of the submit answer.</summary>
    Submit,

    /// <summary>From acceptance to the start of work. Seen only through polls, so the truth lies in an interval.</summary>
    QueueWait,

    /// <summary>From the start of work to the terminal instant. Seen only through polls, so the truth lies in an interval.</summary>
    Run,

    /// <summary>From the terminal instant to the end of the poll that told us: the price of polling.</summary>
    DetectionDelay,

    /// <summary>From the intended to the actual end of reading the result.</summary>
    Fetch,

    /// <summary>From the intended submit instant until the user held the result, or knew that there is none.</summary>
    EndToEnd,
}
