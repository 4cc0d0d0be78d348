using System.Text.Json.Serialization;

namespace PixverseHarness.Results.Samples;

/// <summary>Which step of a job a request served. Requests of different operations are never pooled.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<RequestOperation>))]
public enum RequestOperation
{
    /// <summary>Creating the job.</summary>
    Submit,

    /// <summary>Asking for its state.</summary>
    Poll,

    /// <summary>Reading its result.</summary>
    Fetch,
}
