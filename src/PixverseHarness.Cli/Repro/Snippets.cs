namespace PixverseHarness.Cli.Repro;

/// <summary>The request that meets an error, in the words of several tools; each is complete and runs as it stands.</summary>
/// <param name="Curl">One command for a POSIX shell.</param>
/// <param name="HttpClient">A C# program without packages.</param>
/// <param name="PixverseClient">A C# program on this project's client.</param>
/// <param name="PythonHttpx">A Python program on httpx.</param>
/// <param name="PythonSegmind">A Python program on the vendor's SDK.</param>
internal sealed record Snippets(string Curl, string HttpClient, string PixverseClient, string PythonHttpx, string PythonSegmind)
{
    /// <summary>Writes a request in all of them.</summary>
    public static Snippets Of(Uri origin, ReproRequest request)
    {
        var url = origin.GetLeftPart(UriPartial.Authority);
        return new Snippets(
            CurlSnippet.Of(url, request), HttpClientSnippet.Of(url, request), PixverseClientSnippet.Of(url, request), PythonSnippet.Httpx(url, request), PythonSnippet.Segmind(url, request));
    }
}
