using System.Net;

namespace Unfold.Engine.Tests;

/// <summary>An HTTP server on this machine's loopback that answers each path with what was put there.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly Dictionary<string, (int Status, byte[] Body, long Announced)> _answers = new(StringComparer.Ordinal);
    private readonly HttpListener _listener;

    public LoopbackServer()
    {
        (_listener, Address) = Listen();
        new Thread(Serve) { IsBackground = true }.Start();
    }

    public Uri Address { get; }

    public List<string> Asked { get; } = [];

    /// <summary>Puts an answer; one that announces more than it sends breaks off.</summary>
    public Uri Put(string path, byte[] body, int status = 200, long? announced = null)
    {
        _answers[path] = (status, body, announced ?? body.Length);
        return new Uri(Address, path);
    }

    public void Dispose() => _listener.Close();

    // A listener that found its port taken cannot be used again.
    private static (HttpListener Listener, Uri Address) Listen()
    {
        for (var port = 42000; ; port++)
        {
            var listener = new HttpListener { Prefixes = { $"http://127.0.0.1:{port}/" } };
            try
            {
                listener.Start();
                return (listener, new Uri($"http://127.0.0.1:{port}/"));
            }
            catch (HttpListenerException) when (port < 42100)
            {
                listener.Close();
            }
        }
    }

    private void Serve()
    {
        while (_listener.IsListening)
        {
            try
            {
                Answer(_listener.GetContext());
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException or InvalidOperationException or IOException)
            {
                // The test is over, or the client hung up.
            }
        }
    }

    private void Answer(HttpListenerContext context)
    {
        var path = context.Request.Url!.AbsolutePath.TrimStart('/');
        lock (Asked)
            Asked.Add(path);
        var (status, body, announced) = _answers.GetValueOrDefault(path, (404, [], 0));
        context.Response.StatusCode = status;
        context.Response.ContentLength64 = announced;
        context.Response.OutputStream.Write(body);
        if (announced == body.Length)
            context.Response.Close();
        else
            context.Response.Abort();
    }
}
