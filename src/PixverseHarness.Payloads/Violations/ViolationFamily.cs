namespace PixverseHarness.Payloads.Violations;

/// <summary>The kinds of violation; each is the <see cref="PayloadLabel.Family"/> of its payloads.</summary>
public static class ViolationFamily
{
    /// <summary>A required parameter is absent.</summary>
    public const string Missing = "missing";

    /// <summary>A parameter is null that may not be.</summary>
    public const string Null = "null";

    /// <summary>The value has another JSON type.</summary>
    public const string WrongType = "wrong_type";

    /// <summary>The value is none of the allowed ones.</summary>
    public const string OutOfEnum = "out_of_enum";

    /// <summary>An allowed value in other letter case.</summary>
    public const string WrongCase = "wrong_case";

    /// <summary>An allowed value with white space around it.</summary>
    public const string Padded = "padded";

    /// <summary>An empty string, or for the prompt one of white space.</summary>
    public const string Empty = "empty";

    /// <summary>More characters than the profile allows.</summary>
    public const string TooLong = "too_long";

    /// <summary>A seed outside the range that the profile allows.</summary>
    public const string OutOfRange = "out_of_range";

    /// <summary>Rule R1, R2 or R3 is broken; the family is the rule's id in lower case.</summary>
    public const string R1 = "r1";

    /// <inheritdoc cref="R1"/>
    public const string R2 = "r2";

    /// <inheritdoc cref="R1"/>
    public const string R3 = "r3";

    /// <summary>A member that is no parameter.</summary>
    public const string UnknownMember = "unknown_member";

    /// <summary>A parameter that stands twice.</summary>
    public const string DuplicateMember = "duplicate_member";

    /// <summary>The body is not well-formed JSON.</summary>
    public const string MalformedJson = "malformed_json";

    /// <summary>The body is JSON but no object.</summary>
    public const string NotAnObject = "not_an_object";

    /// <summary>The body is not UTF-8.</summary>
    public const string WrongEncoding = "wrong_encoding";

    /// <summary>The Content-Type is absent.</summary>
    public const string MissingContentType = "missing_content_type";

    /// <summary>The Content-Type names no accepted type.</summary>
    public const string WrongContentType = "wrong_content_type";
}
