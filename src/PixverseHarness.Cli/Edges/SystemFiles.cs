namespace PixverseHarness.Cli.Edges;

/// <summary>The files of this machine.</summary>
internal sealed class SystemFiles : IFiles
{
    /// <inheritdoc/>
    public bool Exists(string path) => File.Exists(path);

    /// <inheritdoc/>
    public byte[] ReadAllBytes(string path) => File.ReadAllBytes(path);

    /// <inheritdoc/>
    public Stream Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        return File.Create(path);
    }

    /// <inheritdoc/>
    public Stream Append(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        return new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> List(string folder) => Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f)!)] : [];

    /// <inheritdoc/>
    public void Delete(string path)
    {
        // The folder above it may be absent too, which is no reason to fail.
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    }

    /// <inheritdoc/>
    public Task CommitAsync(Stream file)
    {
        ((FileStream)file).Flush(flushToDisk: true);
        return Task.CompletedTask;
    }
}
