namespace PixverseHarness.Contract.Wire;

/// <summary>Which content types a generation may be sent as (section 4, second-hand).</summary>
public static class RequestContentType
{
    /// <summary>The usual one.</summary>
    public const string Json = "application/json";

    /// <summary>The other one; how parameters are laid out in it is not published.</summary>
    public const string Form = "multipart/form-data";

    /// <summary>Whether a request with this Content-Type gets past the content-type check.</summary>
    /// <param name="contentType">The header's value, parameters included; null when the header is absent.</param>
    public static bool IsAccepted(string? contentType) => IsJson(contentType) || IsForm(contentType);

    /// <summary>Whether the media type is <see cref="Json"/>, in any case and with any parameters.</summary>
    public static bool IsJson(string? contentType) => MediaType(contentType).Equals(Json, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the media type is <see cref="Form"/>, in any case and with any parameters.</summary>
    public static bool IsForm(string? contentType) => MediaType(contentType).Equals(Form, StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> MediaType(string? contentType)
    {
        var value = contentType.AsSpan();
        var end = value.IndexOf(';');
        return (end < 0 ? value : value[..end]).Trim();
    }
}
