using System.Globalization;
using System.Text;
using System.Text.Json;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Contract.Wire;
using PixverseHarness.Payloads.Cases;

namespace PixverseHarness.Payloads.Boundaries;

/// <summary>Ways to say that a body is JSON. A media type is matched in any letter case and may have parameters (RFC 9110, section 8.3.1).</summary>
internal static class HeaderEdges
{
    private static readonly (string ContentType, Standing Standing)[] Values =
    [
        ("application/json", Standing.Valid),
        ("application/json; charset=utf-8", Standing.Valid),
        ("application/json;charset=UTF-8", Standing.Valid),
        ("application/json ; charset=\"utf-8\"", Standing.Valid),
        ("Application/JSON", Standing.Valid),
        ("application/json; charset=utf-16", Standing.Unknown),
        ("application/json; charset=latin1", Standing.Unknown),
        ("application/json;", Standing.Unknown),
    ];

    public static IEnumerable<PayloadCase> All() => [.. Values.Select(v => Case(v.ContentType, v.Standing, BodyDraft.ToUtf8)), Form()];

    // Which content types are taken is known, how a form lays out its fields is not (section 4).
    private static PayloadCase Form()
    {
        const string Boundary = "----pixverse-payload";
        return Case($"{RequestContentType.Form}; boundary={Boundary}", Standing.Unknown, Write) with { SaysTheRequest = true };

        static byte[] Write(VideoRequest request)
        {
            var form = new StringBuilder();
            foreach (var field in JsonDocument.Parse(BodyDraft.ToUtf8(request)).RootElement.EnumerateObject())
            {
                form.Append(CultureInfo.InvariantCulture, $"--{Boundary}\r\nContent-Disposition: form-data; name=\"{field.Name}\"\r\n\r\n{field.Value}\r\n");
            }

            return Encoding.UTF8.GetBytes(form.Append(CultureInfo.InvariantCulture, $"--{Boundary}--\r\n").ToString());
        }
    }

    private static PayloadCase Case(string contentType, Standing standing, Func<VideoRequest, byte[]> write) =>
        new(new PayloadLabel(BoundaryFamily.Header, PayloadLabel.ContentType, contentType, standing), write) { ContentType = contentType };
}
