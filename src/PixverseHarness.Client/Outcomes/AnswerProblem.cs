namespace PixverseHarness.Client;

/// <summary>What makes an answer unusable.</summary>
public enum AnswerProblem
{
    /// <summary>The body is empty.</summary>
    EmptyBody,

    /// <summary>The body is HTML where JSON or a video is due.</summary>
    Html,

    /// <summary>The body ends in the middle.</summary>
    Truncated,

    /// <summary>The body is not well-formed JSON.</summary>
    MalformedJson,

    /// <summary>The body is JSON but not an object.</summary>
    NotAnObject,

    /// <summary>The content type is neither JSON nor absent, and the body is not a JSON object either.</summary>
    WrongContentType,

    /// <summary>A member that the call needs is missing or unusable.</summary>
    MissingMember,

    /// <summary>The job's status is none that the contract knows.</summary>
    UnknownState,

    /// <summary>The job is COMPLETED but the result names no usable output URL. Waiting does not help.</summary>
    MissingOutput,

    /// <summary>The body is not an MP4 file where a video is due, for example JSON with a 200 status.</summary>
    NotAVideo,

    /// <summary>The body is larger than the client's limit.</summary>
    TooLarge,
}
